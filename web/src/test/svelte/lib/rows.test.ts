import { describe, expect, test } from 'vitest';
import { justify } from '../../../main/svelte/lib/rows';

const GAP = 4;

/** Numbers from 0 to 1 from a seed, so that what fails fails again. */
function random(seed: number) {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

function shapes(count: number, seed: number): number[] {
  const next = random(seed);
  return Array.from({ length: count }, () => [0.25, 0.56, 0.75, 1, 1.33, 1.5, 1.78, 4, 8][Math.floor(next() * 9)]);
}

describe.each([320, 390, 1000, 3000])('rows of %i pixels', (width) => {
  test.each([76, 176, 288])('of about %i pixels hold each picture once, in order, whole, side by side', (wanted) => {
    for (let seed = 1; seed <= 40; seed++) {
      const ratios = shapes(60, seed);
      const rows = justify(ratios.length, (at) => ratios[at], width, wanted, GAP);
      expect(rows.flatMap((row) => Array.from({ length: row.count }, (_, i) => row.from + i))).toEqual(
        ratios.map((_, at) => at),
      );
      rows.forEach((row, at) => {
        const taken = ratios.slice(row.from, row.from + row.count);
        const wide = taken.reduce((sum, ratio) => sum + ratio * row.height, GAP * (row.count - 1));
        if (at < rows.length - 1) expect(wide).toBeCloseTo(width, 3);
        else expect(wide).toBeLessThan(width + 0.001);
      });
    }
  });
});

test('rows are about as high as is wanted', () => {
  const ratios = shapes(2000, 7).filter((ratio) => ratio > 0.5 && ratio < 2);
  const rows = justify(ratios.length, (at) => ratios[at], 1200, 180, GAP);
  for (const row of rows) {
    expect(row.height).toBeGreaterThan(180 / 1.35);
    expect(row.height).toBeLessThan(180 * 1.35);
  }
  const mean = rows.reduce((sum, row) => sum + row.height, 0) / rows.length;
  expect(mean).toBeGreaterThan(165);
  expect(mean).toBeLessThan(195);
});

test('a panorama is a row of its own, and lower', () => {
  const ratios = [1, 8, 1, 1];
  expect(justify(4, (at) => ratios[at], 400, 180, 0)).toEqual([
    { from: 0, count: 1, height: 400 },
    { from: 1, count: 1, height: 50 },
    { from: 2, count: 2, height: 200 },
  ]);
});

test('what does not fill the last row is not made larger', () => {
  expect(justify(1, () => 1, 1000, 180, GAP)).toEqual([{ from: 0, count: 1, height: 180 }]);
  const [row] = justify(5, () => 1, 1000, 180, GAP);
  expect(row.height).toBeCloseTo((1000 - 4 * GAP) / 5, 6);
});

test('nothing has no rows', () => {
  expect(justify(0, () => 1, 1000, 180, GAP)).toEqual([]);
});
