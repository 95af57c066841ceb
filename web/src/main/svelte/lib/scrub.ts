// The bar of years beside the timeline.

/** A year, and where it begins: 0 at the upper end of the bar, 1 at the lower. */
export interface Mark {
  year: string;
  at: number;
}

/** The year of a month such as "2024-05", "1985" or "1983_1986"; empty for what has none. */
export const yearOf = (month: string): string => /^\d{4}/.exec(month)?.[0] ?? '';

/**
 * Years that have room: the newest of all, and those that are far enough from the one before.
 *
 * @param length of what is scrolled
 * @param least between two years, as a part of the bar
 */
export function marks(starts: { month: string; top: number }[], length: number, least: number): Mark[] {
  const all: Mark[] = [];
  let last = '';
  for (const { month, top } of starts) {
    const year = yearOf(month);
    if (!year || year === last) continue;
    last = year;
    const at = Math.min(1, length > 0 ? top / length : 0);
    const before = all.at(-1);
    if (!before || at - before.at >= least) all.push({ year, at });
  }
  return all;
}

/** The month that a key leads to from another, by their places in the list; undefined for other keys. */
export function turned(key: string, at: number, months: string[]): number | undefined {
  const last = months.length - 1;
  const within = (to: number) => Math.min(last, Math.max(0, to));
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return within(at + 1);
    case 'ArrowUp':
    case 'ArrowLeft':
      return within(at - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'PageDown': {
      const other = months.findIndex((month, i) => i > at && yearOf(month) !== yearOf(months[at]));
      return other < 0 ? last : other;
    }
    case 'PageUp': {
      const first = months.findIndex((month) => yearOf(month) === yearOf(months[at]));
      if (first < at || first === 0) return Math.max(0, first);
      return months.findIndex((month) => yearOf(month) === yearOf(months[first - 1]));
    }
    default:
      return undefined;
  }
}
