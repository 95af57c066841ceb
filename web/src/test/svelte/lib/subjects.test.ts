import { expect, test } from 'vitest';
import { en } from '../../../main/svelte/lib/en';
import { capital } from '../../../main/svelte/lib/phrases';
import { days, kinds, subject, told } from '../../../main/svelte/lib/subjects';

test('a subject is a kind and which, without space around it', () => {
  expect(subject('person', '  Anna Maria ')).toBe('person:Anna Maria');
  expect(subject('folder', '/home/anna/a:b')).toBe('folder:/home/anna/a:b');
});

test('days are from one to another, or one', () => {
  expect(days('2024-05-03', '2024-05-09')).toBe('dates:2024-05-03..2024-05-09');
  expect(days('2024-05-03', '')).toBe('dates:2024-05-03..2024-05-03');
});

test.each([
  ['person:Anna', 'person', 'Anna'],
  ['folder:/home/anna/a:b', 'folder', '/home/anna/a:b'],
  ['folder:/home/anna/2024..2025', 'folder', '/home/anna/2024..2025'],
  ['dates:2024-05-03..2024-05-09', 'dates', '2024-05-03 – 2024-05-09'],
  ['photo:0123456789abcdef', 'photo', ''],
  ['pair:Anna + Ben', 'pair', 'Anna + Ben'],
])('%s is told as %s, %s', (written, kind, value) => {
  expect(told(written)).toEqual({ kind, value });
});

test('each kind has a word', () => {
  for (const kind of kinds) expect(en).toHaveProperty(`about${capital(kind)}`);
});
