import { describe, expect, test } from 'vitest';
import { chapterAt, lengthOf, seenOf, turned, marked } from '../../../main/svelte/lib/chapters';

const CHAPTERS = [
  { name: 'Arrival', start: 0, end: 10 },
  { name: 'Sea', start: 10, end: 30 },
  { name: 'Home', start: 30, end: 42.5 },
];

describe('a film', () => {
  test('in the making is as long as its story', () => {
    expect(lengthOf(CHAPTERS, 12)).toBe(42.5);
    expect(lengthOf(CHAPTERS, Infinity)).toBe(42.5);
  });

  test('without chapters is as long as its player says', () => {
    expect(lengthOf([], 12)).toBe(12);
    expect(lengthOf([], NaN)).toBe(0);
    expect(lengthOf([], Infinity)).toBe(0);
  });
});

test.each([
  [0, 'Arrival'],
  [9.9, 'Arrival'],
  [9.97, 'Sea'],
  [10, 'Sea'],
  [100, 'Home'],
])('at %d seconds there is %s', (time, name) => {
  expect(chapterAt(CHAPTERS, time)?.name).toBe(name);
});

test.each([
  [0, 0],
  [10, 0],
  [15, 0.25],
  [30, 1],
  [40, 1],
])('at %d seconds %d of the second chapter is seen', (time, share) => {
  expect(seenOf(CHAPTERS[1], time)).toBe(share);
});

test('marks do not lie over one another', () => {
  const starts = [0, 3, 4, 30, 60].map((start) => ({ name: '', start, end: start + 1 }));
  expect(marked(starts, 60, 600, 24).map((one) => one.start)).toEqual([0, 4, 30, 60]);
  expect(marked(starts, 60, 60, 24).map((one) => one.start)).toEqual([0, 60]);
});

describe('turning', () => {
  test.each([
    [0, 10],
    [9.6, 10],
    [9.8, 30],
    [10, 30],
  ])('on from %d leads to %d', (time, to) => {
    expect(turned(CHAPTERS, time, 1)).toBe(to);
  });

  test('on leads nowhere in the last chapter', () => {
    expect(turned(CHAPTERS, 31, 1)).toBeUndefined();
    expect(turned([], 5, 1)).toBeUndefined();
  });

  test.each([
    [31, 10],
    [33, 30],
    [11, 0],
    [1, 0],
  ])('back from %d leads to %d', (time, to) => {
    expect(turned(CHAPTERS, time, -1)).toBe(to);
  });
});
