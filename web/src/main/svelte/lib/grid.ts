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

/** Heads and lines of which something is in view, and the months that they are of. */
export function inView(layout: Layout, view: View): { heads: Placed[]; lines: Line[]; months: string[] } {
  const heads: Placed[] = [];
  const lines: Line[] = [];
  const months = new Set<string>();
  for (let at = Math.max(0, lastAt(layout.bands, view.from)); at < layout.bands.length; at++) {
    const band = layout.bands[at];
    if (band.top >= view.to) break;
    heads.push(...band.heads);
    for (const strip of band.strips) {
      if (strip.top >= view.to || strip.top + strip.height <= view.from) continue;
      const { of } = strip;
      months.add(of.month);
      lines.push({
        key: `${of.month} ${strip.from}`,
        month: of.month,
        day: of.day,
        from: strip.from,
        top: strip.top,
        left: of.left,
        height: strip.height,
        widths: Array.from({ length: strip.count }, (_, i) => ratioAt(strip.shapes, strip.from + i) * strip.height),
      });
    }
  }
  return { heads, lines, months: [...months] };
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
