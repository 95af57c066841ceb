// Where the timeline's pictures lie. All cells are square, so that each row's place follows from the months' counts
// alone, and only rows near the window need to be in the page: 100,000 photos are as light as a hundred.
const GAP = 4;
const HEAD = 64;
const FOOT = 20;

export interface Month {
  month: string;
  count: number;
}

/** A month with its head's place. */
export interface Placed extends Month {
  top: number;
}

/** Pictures `from` to `from + count` of a month. */
export interface Row {
  key: string;
  month: string;
  top: number;
  from: number;
  count: number;
}

/** A stretch of the page, from its beginning, in pixels. */
export interface View {
  from: number;
  to: number;
}

/** How many pictures a row of this width has, and how large they are. */
export function cells(width: number): { columns: number; cell: number } {
  const columns = Math.max(3, Math.floor((width + GAP) / ((width < 600 ? 112 : 168) + GAP)));
  return { columns, cell: width ? (width - GAP * (columns - 1)) / columns : 0 };
}

export function place(months: Month[], columns: number, cell: number): { starts: Placed[]; height: number } {
  let top = 0;
  const starts = months.map((one) => {
    const start = { ...one, top };
    top += HEAD + Math.ceil(one.count / columns) * (cell + GAP) + FOOT;
    return start;
  });
  return { starts, height: top };
}

/** Months of which something is in view. */
export const monthsIn = ({ starts, height }: { starts: Placed[]; height: number }, view: View) =>
  starts.filter((one, i) => one.top < view.to && (starts[i + 1]?.top ?? height) > view.from);

/** Rows of a month of which something is in view. */
export function rowsIn(one: Placed, columns: number, cell: number, view: View): Row[] {
  const first = Math.max(0, Math.floor((view.from - one.top - HEAD) / (cell + GAP)));
  const last = Math.min(Math.ceil(one.count / columns) - 1, Math.floor((view.to - one.top - HEAD) / (cell + GAP)));
  const made: Row[] = [];
  for (let row = first; row <= last; row++) {
    const from = row * columns;
    made.push({
      key: one.month + row,
      month: one.month,
      top: one.top + HEAD + row * (cell + GAP),
      from,
      count: Math.min(columns, one.count - from),
    });
  }
  return made;
}
