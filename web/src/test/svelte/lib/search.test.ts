import { expect, test } from 'vitest';
import type { Part } from '../../../main/svelte/lib/api';
import { told, dropped, lasting } from '../../../main/svelte/lib/search';

const part = (text: string, words: string, label = words, sort: Part['sort'] = 'thing'): Part => {
  const from = text.indexOf(words);
  return { from, to: from + words.length, sort, label, alternative: false, without: false, begun: false };
};

test.each([
  ['Anna and dogs 2023', 'dogs', 'Anna and 2023'],
  ['cats or dogs', 'dogs', 'cats'],
  ['cats or dogs', 'cats', 'dogs'],
  ['Katzen oder Hunde im Schnee', 'Hunde', 'Katzen im Schnee'],
  ['Anna without Ben', 'Ben', 'Anna'],
  ['"New York" beach', '"New York"', 'beach'],
  ['oder beach', 'oder', 'beach'],
])('of "%s" without "%s" is left "%s"', (text, words, left) => {
  expect(dropped(text, part(text, words))).toBe(left);
});

test('what is kept means the same tomorrow', () => {
  const text = 'xyzzy Anna last summer "no such"';
  const parts = [part(text, 'Anna', 'Anna', 'person'), part(text, 'last summer', 'Summer 2024', 'date')];
  expect(lasting(text, parts, ['xyzzy', 'no such'])).toBe('Anna Summer 2024');
});

test('what one word is in two ways is shown once', () => {
  const text = 'April dog';
  const parts = [part(text, 'April', 'April', 'person'), part(text, 'April', 'April', 'date'), part(text, 'dog')];
  expect(told(parts).map((one) => one.label)).toEqual(['April', 'dog']);
  expect(told([{ ...parts[2], begun: true }])).toEqual([]);
});

test('that a word is also written in pictures is said beside what else it is', () => {
  const parts = [part('dog', 'dog'), part('dog', 'dog', 'dog', 'text')];
  expect(told(parts).map((one) => one.sort)).toEqual(['thing', 'text']);
});
