import { describe, expect, test } from 'vitest';
import { GAP, heights, inView, lastAt, monthsIn, place, topOf, type Month } from '../../../main/svelte/lib/grid';

/** Days of pictures that stand and lie in turns. */
function month(name: string, ...days: number[]): Month {
  const count = days.reduce((sum, one) => sum + one, 0);
  return {
    month: name,
    count,
    cover: 1,
    days: days.map((of, at) => ({ day: `${name}-${String(28 - at).padStart(2, '0')}`, count: of, places: [] })),
    shapes: 'O@'.repeat(count).slice(0, count),
  };
}

const MONTHS = [month('2024-05', 1, 1, 2, 40), month('2024-04', 1), month('2024-01', 250), month('2023-12', 3, 1)];
const ALL = { from: -Infinity, to: Infinity };

describe.each([320, 390, 599, 600, 1000, 3840])('a page of %i pixels', (width) => {
  describe.each(heights(width))('with rows of about %i pixels', (wanted) => {
    const layout = place(MONTHS, width, wanted);
    const { heads, lines } = inView(layout, ALL);

    test('shows each picture once, in order, and within the page', () => {
      expect(monthsIn(layout, ALL)).toEqual(MONTHS.map((one) => one.month));
      for (const one of MONTHS) {
        const numbers = lines
          .filter((line) => line.month === one.month)
          .flatMap((line) => line.widths.map((_, i) => line.from + i));
        expect(numbers).toEqual(Array.from({ length: one.count }, (_, i) => i));
      }
      for (const line of lines) {
        const right = line.left + line.widths.reduce((sum, wide) => sum + wide, GAP * (line.widths.length - 1));
        expect(line.left).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThan(width + 0.01);
        expect(line.top + line.height).toBeLessThan(layout.height);
      }
    });

    test('lays nothing over anything else', () => {
      const boxes = [
        ...lines.map((line) => ({
          top: line.top,
          low: line.top + line.height,
          left: line.left,
          right: line.left + line.widths.reduce((sum, wide) => sum + wide, GAP * (line.widths.length - 1)),
        })),
        ...heads.map((head) => ({ top: head.top, low: head.top + 46, left: head.left, right: head.left + head.width })),
      ];
      const apart = (one: (typeof boxes)[0], other: (typeof boxes)[0]) =>
        one.low <= other.top + 0.01 ||
        other.low <= one.top + 0.01 ||
        one.right <= other.left + 0.01 ||
        other.right <= one.left + 0.01;
      expect(boxes.filter((one, at) => boxes.slice(at + 1).some((other) => !apart(one, other)))).toEqual([]);
    });

    test('has a head for each day', () => {
      expect(heads.map((head) => head.day)).toEqual(MONTHS.flatMap((one) => one.days.map((day) => day.day)));
    });

    test('has all that is in view, and no other line', () => {
      for (let from = 0; from < layout.height; from += 333) {
        const view = { from, to: from + 900 };
        const seen = inView(layout, view);
        expect(seen.lines).toEqual(lines.filter((line) => line.top < view.to && line.top + line.height > view.from));
        for (const line of seen.lines) {
          expect(seen.heads.map((head) => head.key)).toContain(`${line.month} ${line.day}`);
        }
      }
    });

    test('finds where a picture is', () => {
      for (const line of lines) expect(topOf(layout, line.month, line.from)).toBe(line.top);
      expect(topOf(layout, '1999-01', 0)).toBeUndefined();
      expect(topOf(layout, '2024-04', 1)).toBeUndefined();
    });
  });
});

test('days of few pictures stand side by side, and longer ones do not', () => {
  const { heads } = inView(place(MONTHS, 1200, 176), ALL);
  const [first, second, third, fourth] = heads;
  expect(second.top).toBe(first.top);
  expect(second.left).toBeGreaterThan(first.left + first.width);
  expect(third.top).toBe(first.top);
  expect(fourth.top).toBeGreaterThan(first.top);
  expect(fourth.left).toBe(0);
});

test('a line that stays in view is the same one', () => {
  const layout = place(MONTHS, 1000, 176);
  const [first] = inView(layout, { from: 0, to: 900 }).lines;
  expect(inView(layout, { from: 50, to: 950 }).lines[0]).toBe(first);
});

test('a page without width has nothing', () => {
  expect(place(MONTHS, 0, 176)).toEqual({ bands: [], height: 0, starts: [] });
});

test('each month begins below the one before, or beside it', () => {
  const { starts } = place(MONTHS, 1000, 112);
  expect(starts.map((one) => one.month)).toEqual(MONTHS.map((one) => one.month));
  starts.slice(1).forEach((one, at) => expect(one.top).toBeGreaterThanOrEqual(starts[at].top));
});

test('the last that begins at a height is found', () => {
  const all = [{ top: 0 }, { top: 10 }, { top: 10 }, { top: 30 }];
  expect([-1, 0, 9, 10, 29, 30, 99].map((height) => lastAt(all, height))).toEqual([-1, 0, 0, 2, 2, 3, 3]);
});

test('100,000 pictures are laid out, of which a window holds few', () => {
  const months = Array.from({ length: 120 }, (_, i) =>
    month(`${2024 - Math.floor(i / 12)}-${String(12 - (i % 12)).padStart(2, '0')}`, ...Array(28).fill(30)),
  );
  const layout = place(months, 1000, 176);
  const { lines } = inView(layout, { from: layout.height / 2, to: layout.height / 2 + 3000 });
  expect(lines.reduce((sum, line) => sum + line.widths.length, 0)).toBeLessThan(150);
});
