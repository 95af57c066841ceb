import { expect, test } from 'vitest';
import { History } from '../../../main/svelte/lib/history';

test('each change is taken back and made again', () => {
  const changed = new History('a').to('b').to('c');
  expect(changed.now).toBe('c');
  expect(changed.undone().now).toBe('b');
  expect(changed.undone().undone().now).toBe('a');
  expect(changed.undone().undone().redone().redone()).toEqual(changed);
});

test('what is the same is no change', () => {
  const history = new History('a').to('b');
  expect(history.to('b')).toBe(history);
});

test('nothing lies before the first and after the last', () => {
  const history = new History('a');
  expect(history.undone()).toBe(history);
  expect(history.redone()).toBe(history);
});

test('after another change nothing is made again', () => {
  const history = new History('a').to('b').undone().to('c');
  expect(history.future).toEqual([]);
  expect(history.undone().now).toBe('a');
});
