import { describe, expect, test } from 'vitest';
import { cells, monthsIn, place, rowsIn, type Month, type View } from '../../../main/svelte/lib/grid';

const MONTHS: Month[] = [
  { month: '2024-05', count: 10 },
  { month: '2024-04', count: 1 },
  { month: '2024-01', count: 250 },
  { month: '2023-12', count: 4 },
];

describe.each([320, 375, 599, 600, 1280, 3840])('a page of %i pixels', (width) => {
  const { columns, cell } = cells(width);

  test('is filled by its columns', () => {
    expect(columns).toBeGreaterThanOrEqual(3);
    expect(columns * cell + (columns - 1) * 4).toBeCloseTo(width, 6);
  });

  test('shows each picture once, in order, where the rows before it end', () => {
    const layout = place(MONTHS, columns, cell);
    const view: View = { from: 0, to: layout.height };
    expect(monthsIn(layout, view).map((one) => one.month)).toEqual(MONTHS.map((one) => one.month));
    let end = 0;
    for (const one of layout.starts) {
      expect(one.top).toBeGreaterThanOrEqual(end);
      end = one.top;
      const rows = rowsIn(one, columns, cell, view);
      expect(rows.flatMap((row) => Array.from({ length: row.count }, (_, i) => row.from + i))).toEqual(
        Array.from({ length: one.count }, (_, i) => i),
      );
      for (const row of rows) {
        expect(row.top).toBeGreaterThanOrEqual(end);
        end = row.top + cell;
      }
    }
    expect(layout.height).toBeGreaterThan(end);
  });

  test('has all that is in view, and little else', () => {
    const layout = place(MONTHS, columns, cell);
    const all = layout.starts.flatMap((one) => rowsIn(one, columns, cell, { from: 0, to: layout.height }));
    for (let from = 0; from < layout.height; from += 173) {
      const view = { from, to: from + 500 };
      const rows = monthsIn(layout, view).flatMap((one) => rowsIn(one, columns, cell, view));
      const seen = all.filter((row) => row.top < view.to && row.top + cell > view.from);
      expect(rows).toEqual(expect.arrayContaining(seen));
      expect(rows.length).toBeLessThanOrEqual(seen.length + 2);
    }
  });
});

test('rows have keys of their own', () => {
  const { columns, cell } = cells(375);
  const layout = place(MONTHS, columns, cell);
  const keys = layout.starts
    .flatMap((one) => rowsIn(one, columns, cell, { from: 0, to: layout.height }))
    .map((row) => row.key);
  expect(new Set(keys).size).toBe(keys.length);
});

test('a page without a width has cells without one', () => {
  expect(cells(0)).toEqual({ columns: 3, cell: 0 });
  expect(place([], 3, 0)).toEqual({ starts: [], height: 0 });
});
