import { expect, test } from 'vitest';
import { answerOf } from '../../../main/svelte/lib/pairs';

const press = (key: string, more: object = {}) =>
  answerOf({ key, ctrlKey: false, metaKey: false, altKey: false, repeat: false, target: null, ...more });
/** Something that lies within elements of a kind. */
const within = (kind: string) => ({ closest: (kinds: string) => (kinds.split(', ').includes(kind) ? {} : null) });

test('keys answer in both languages', () => {
  expect(['y', 'Y', 'j', 'n', ' ', 'u'].map((key) => press(key))).toEqual([
    'yes',
    'yes',
    'yes',
    'no',
    'unsure',
    'undo',
  ]);
  expect(press('x')).toBeUndefined();
  expect(press('Enter')).toBeUndefined();
});

test('a key that means something else answers nothing', () => {
  expect(press('y', { ctrlKey: true })).toBeUndefined();
  expect(press('n', { metaKey: true })).toBeUndefined();
  expect(press('n', { repeat: true })).toBeUndefined();
  expect(press('n', { target: within('input') })).toBeUndefined();
  expect(press(' ', { target: within('button') })).toBeUndefined();
  expect(press('n', { target: within('button') })).toBe('no');
});
