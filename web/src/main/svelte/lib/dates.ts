// What a form says of when pictures were taken, in the words of the API.

/** How exactly: to the day, the month, the year; within years; or that a clock was wrong. */
export type How = 'day' | 'month' | 'year' | 'years' | 'clock';

/** What was filled in; of no meaning where `how` does not ask for it. */
export interface Filled {
  how: How;
  day: string;
  year: string;
  month: number;
  last: string;
  later: boolean;
  by: string;
  unit: 'm' | 'h' | 'd' | 'y';
}

export const EMPTY: Filled = {
  how: 'month',
  day: '',
  year: '',
  month: 1,
  last: '',
  later: true,
  by: '1',
  unit: 'h',
};

const isYear = (text: string) => /^\d{4}$/.test(text.trim());

/** Of the two the one that was said; undefined while something is lacking. */
export function said(form: Filled): { date: string; shift: string } | undefined {
  const date = (text: string) => ({ date: text, shift: '' });
  const year = String(form.year).trim();
  const last = String(form.last).trim();
  switch (form.how) {
    case 'day':
      return form.day ? date(form.day) : undefined;
    case 'month':
      return isYear(year) ? date(`${year}-${String(form.month).padStart(2, '0')}`) : undefined;
    case 'year':
      return isYear(year) ? date(year) : undefined;
    case 'years':
      return isYear(year) && isYear(last) && year < last ? date(`${year}..${last}`) : undefined;
    case 'clock': {
      const by = String(form.by).trim();
      return /^[1-9]\d{0,5}$/.test(by) ? { date: '', shift: `${form.later ? '+' : '-'}${by}${form.unit}` } : undefined;
    }
  }
}

/** The last part of a path, and what is before it. */
export function folder(path: string): [string, string] {
  const at = path.replace(/[/\\]+$/, '').search(/[^/\\]*$/);
  return [path.slice(at) || path, path.slice(0, at)];
}
