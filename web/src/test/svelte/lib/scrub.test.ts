import { expect, test } from 'vitest';
import { marks, turned, yearOf } from '../../../main/svelte/lib/scrub';

const MONTHS = ['2024-05', '2024-01', '2023-12', '2023-11', '2021-06', '1985', '1960_1969', 'undated'];

test('a month tells its year', () => {
  expect(MONTHS.map(yearOf)).toEqual(['2024', '2024', '2023', '2023', '2021', '1985', '1960', '']);
});

test('years stand where they begin, as far as they have room', () => {
  const starts = MONTHS.map((month, at) => ({ month, top: at * 100 }));
  expect(marks(starts, 700, 0.05)).toEqual([
    { year: '2024', at: 0 },
    { year: '2023', at: 200 / 700 },
    { year: '2021', at: 400 / 700 },
    { year: '1985', at: 500 / 700 },
    { year: '1960', at: 600 / 700 },
  ]);
  expect(marks(starts, 700, 0.4).map((one) => one.year)).toEqual(['2024', '2021']);
  expect(marks(starts, 300, 0.05).at(-1)).toEqual({ year: '2021', at: 1 });
  expect(marks([], 0, 0.05)).toEqual([]);
});

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 7, 7],
  ['ArrowUp', 0, 0],
  ['ArrowUp', 3, 2],
  ['Home', 5, 0],
  ['End', 5, 7],
  ['PageDown', 0, 2],
  ['PageDown', 2, 4],
  ['PageDown', 7, 7],
  ['PageUp', 3, 2],
  ['PageUp', 2, 0],
  ['PageUp', 0, 0],
  ['x', 3, undefined],
])('%s leads from the month %i to %s', (key, at, to) => {
  expect(turned(key, at, MONTHS)).toBe(to);
});
