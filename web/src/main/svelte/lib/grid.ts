// Where the timeline's pictures lie. The service tells the shapes of all pictures at once, a character each, so that
// every row has its place before anything else is known of it, and only rows near the window need to be in the page:
// 100,000 photos are as light as a hundred. Days of few pictures stand side by side.
import { justify } from './rows';
import { ratioAt } from './shapes';

export const GAP = 4;
const HEAD = 46;
const FOOT = 18;
/** Between days that stand side by side. */
const ASIDE = 28;
/** A day's name has room. */
const NARROWEST = 152;

export interface Day {
  day: string;
  count: number;
  places: string[];
}

export interface Month {
  month: string;
  count: number;
  cover: number;
  days: Day[];
  shapes: string;
}

/** A day's head, and pictures `from` to `from + count` of its month; lengths in pixels, from the beginning. */
export interface Placed extends Day {
  key: string;
  month: string;
  from: number;
  top: number;
  left: number;
  width: number;
}

/** Pictures `from` to `from + widths.length` of a month. */
export interface Line {
  key: string;
  month: string;
  day: string;
  from: number;
  top: number;
  left: number;
  height: number;
  widths: number[];
}

/** A row of a day, by its place among the pictures of the month. */
interface Strip {
  of: Placed;
  shapes: string;
  from: number;
  count: number;
  top: number;
  height: number;
  /** When it was in view once. */
  line?: Line;
}

/** Days that begin at one height. */
interface Band {
  top: number;
  heads: Placed[];
  strips: Strip[];
}

export interface Layout {
  bands: Band[];
  height: number;
  /** Where each month begins. */
  starts: { month: string; top: number }[];
}

/** A stretch of the page, from its beginning, in pixels. */
export interface View {
  from: number;
  to: number;
}

/** Heights of rows from small to large. */
export const heights = (width: number): number[] => (width < 600 ? [76, 118, 220] : [112, 176, 288]);

/** @param wanted height of a row */
export function place(months: Month[], width: number, wanted: number): Layout {
  const bands: Band[] = [];
  const starts: Layout['starts'] = [];
  let top = 0;
  /** Where the next day may stand aside. */
  let free = Infinity;
  let low = 0;
  for (const month of width > 0 ? months : []) {
    let from = 0;
    month.days.forEach((day, at) => {
      const first = from;
      const rows = justify(day.count, (one) => ratioAt(month.shapes, first + one), width, wanted, GAP);
      const [only] = rows;
      let taken = width;
      if (rows.length === 1) {
        taken = GAP * (only.count - 1);
        for (let one = 0; one < only.count; one++) taken += ratioAt(month.shapes, first + one) * only.height;
      }
      const room = Math.max(taken, NARROWEST);
      const aside = rows.length === 1 && free + room <= width && only.height <= wanted;
      if (!aside) {
        top = low;
        free = 0;
        bands.push({ top, heads: [], strips: [] });
      }
      const band = bands[bands.length - 1];
      const before = band.heads.at(-1);
      if (before) before.width = free - ASIDE - before.left;
      const key = `${month.month} ${day.day}`;
      const head = { ...day, key, month: month.month, from: first, top, left: free, width: width - free };
      band.heads.push(head);
      let down = top + HEAD;
      for (const row of rows) {
        band.strips.push({
          of: head,
          shapes: month.shapes,
          from: first + row.from,
          count: row.count,
          top: down,
          height: row.height,
        });
        down += row.height + GAP;
      }
      if (at === 0) starts.push({ month: month.month, top });
      low = Math.max(low, down + FOOT);
      free = rows.length === 1 && only.height <= wanted ? free + room + ASIDE : Infinity;
      from += day.count;
    });
  }
  return { bands, height: low, starts };
}

/** The last of those, which lie one after another, that begins at a height or above it; -1 if none does. */
export function lastAt(all: { top: number }[], height: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle].top <= height) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Bands of which something is in view. */
function* bandsIn(layout: Layout, view: View) {
  for (let at = Math.max(0, lastAt(layout.bands, view.from)); at < layout.bands.length; at++) {
    if (layout.bands[at].top >= view.to) return;
    yield layout.bands[at];
  }
}

/** The same line each time, so that the page draws nothing anew that is there. */
function lineOf(strip: Strip): Line {
  const { of, shapes, from, count, top, height } = strip;
  return (strip.line ??= {
    key: `${of.month} ${from}`,
    month: of.month,
    day: of.day,
    from,
    top,
    left: of.left,
    height,
    widths: Array.from({ length: count }, (_, i) => ratioAt(shapes, from + i) * height),
  });
}

/** Heads and lines of which something is in view. */
export function inView(layout: Layout, view: View): { heads: Placed[]; lines: Line[] } {
  const heads: Placed[] = [];
  const lines: Line[] = [];
  for (const band of bandsIn(layout, view)) {
    heads.push(...band.heads);
    for (const strip of band.strips) {
      if (strip.top < view.to && strip.top + strip.height > view.from) lines.push(lineOf(strip));
    }
  }
  return { heads, lines };
}

/** Months of which something is in view. */
export function monthsIn(layout: Layout, view: View): string[] {
  const months = new Set<string>();
  for (const band of bandsIn(layout, view)) for (const head of band.heads) months.add(head.month);
  return [...months];
}

/** Where the line of a picture begins. */
export function topOf(layout: Layout, month: string, at: number): number | undefined {
  const begun = layout.starts.find((one) => one.month === month);
  if (!begun) return undefined;
  for (let i = Math.max(0, lastAt(layout.bands, begun.top)); i < layout.bands.length; i++) {
    for (const strip of layout.bands[i].strips) {
      if (strip.of.month === month && at >= strip.from && at < strip.from + strip.count) return strip.top;
    }
  }
  return undefined;
}
