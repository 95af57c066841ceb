// Pictures of the timeline by their places, and what lies between two of them.

/** A picture by its place among those of its month. */
export interface Spot {
  month: string;
  at: number;
}

/** Pictures `from` to `to` of a month, without the last. */
export interface Span {
  month: string;
  from: number;
  to: number;
}

/** All from one picture to another, both included, whichever comes first; empty where one of them is not there. */
export function between(months: { month: string; count: number }[], one: Spot, other: Spot): Span[] {
  const at = (spot: Spot) => months.findIndex((month) => month.month === spot.month);
  const [first, second] = [at(one), at(other)];
  if (first < 0 || second < 0) return [];
  const forth = first < second || (first === second && one.at <= other.at);
  const [begin, end] = forth ? [one, other] : [other, one];
  return months.slice(Math.min(first, second), Math.max(first, second) + 1).map(({ month, count }) => ({
    month,
    from: month === begin.month ? begin.at : 0,
    to: month === end.month ? end.at + 1 : count,
  }));
}

/** How many pictures spans hold. */
export const size = (spans: Span[]): number => spans.reduce((sum, span) => sum + span.to - span.from, 0);
