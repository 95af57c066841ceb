import { expect, test } from 'vitest';
import { canBeAt, type Stretches } from '../../../main/svelte/lib/seek';

const of = (...stretches: [number, number][]): Stretches => ({
  length: stretches.length,
  start: (index) => stretches[index][0],
  end: (index) => stretches[index][1],
});
const ALL = of([0, Infinity]);

test('a film in the making can be where it was made', () => {
  expect(canBeAt(4, of([0, 10]), ALL)).toBe(true);
  expect(canBeAt(0, of([0, 10]), ALL)).toBe(true);
});

test('but not where it was not, nor at its very edge', () => {
  expect(canBeAt(12, of([0, 10]), ALL)).toBe(false);
  expect(canBeAt(9.9, of([0, 10]), ALL)).toBe(false);
  expect(canBeAt(3, of([5, 10]), ALL)).toBe(false);
  expect(canBeAt(0, of(), ALL)).toBe(false);
});

test('nor where the browser does not go: a stream whose end is known goes to its beginning alone', () => {
  expect(canBeAt(4, of([0, 10]), of([0, 0]))).toBe(false);
  expect(canBeAt(0, of([0, 10]), of([0, 0]))).toBe(true);
});
