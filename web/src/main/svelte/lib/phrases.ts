import { IntlMessageFormat } from 'intl-messageformat';

const formats = new Map<string, IntlMessageFormat>();

/** What stands where a text is given no value. */
const GAPS = ['{0}', '{1}', '{2}', '{3}'];

/** A text in ICU's message format with values for {0}, {1}; numbers stand as the language writes them. */
export function phrase(text: string, values: (string | number)[], language: string): string {
  const typed = text.replace(/\{(\d)\}/g, (gap, at) => (typeof values[at] === 'number' ? `{${at}, number}` : gap));
  const key = `${language} ${typed}`;
  let format = formats.get(key);
  if (!format) {
    format = new IntlMessageFormat(typed, language, undefined, { ignoreTag: true });
    formats.set(key, format);
  }
  return String(format.format(Object.fromEntries(GAPS.map((gap, at) => [at, values[at] ?? gap]))));
}

/** @param key such as "2024-05", "1985" or "1983_1986"; undefined for what is none of them */
export function monthOf(key: string, language: string): string | undefined {
  if (/^\d{4}(_\d{4})?$/.test(key)) return key.replace('_', '–');
  if (!/^\d{4}-\d{2}$/.test(key)) return undefined;
  const [year, at] = key.split('-').map(Number);
  return new Date(year, at - 1, 1).toLocaleDateString(language, { month: 'long', year: 'numeric' });
}

/** @param at of a year, from 1 */
export const monthNameOf = (at: number, language: string) =>
  new Date(2000, at - 1, 1).toLocaleDateString(language, { month: 'long' });

/** @param text a day, or a day and a time; the time is not told */
export function dayOf(text: string, language: string): string {
  return new Date(text.length === 10 ? text + 'T12:00' : text).toLocaleDateString(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/** A day and a time of it, to the minute. */
export const momentOf = (text: string, language: string) =>
  new Date(text).toLocaleString(language, { dateStyle: 'long', timeStyle: 'short' });

/** From one day to another, both as "2024-05-03"; what both have in common is told once. */
export function periodOf(first: string, last: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' });
  return format.formatRange(new Date(first + 'T12:00'), new Date(last + 'T12:00'));
}

/** When something was taken, as exactly as is known: "1985", "1985-07", "1985-07-14T15:30" or "1983..1986". */
export function takenOf(text: string, language: string): string {
  const [first, last] = text.split('..');
  if (last) return `${takenOf(first, language)} – ${takenOf(last, language)}`;
  return text.length < 8 ? (monthOf(text, language) ?? text) : dayOf(text, language);
}

export const capital = <T extends string>(word: T) => (word.charAt(0).toUpperCase() + word.slice(1)) as Capitalize<T>;

/** Such as 1:05. */
export const clock = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** How large a file is, such as 3.4 MB. */
export function bytes(count: number, language: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const at = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, count)) / 3));
  const format = { style: 'unit', unit: units[at], maximumFractionDigits: at > 1 ? 1 : 0 } as const;
  return (count / 1000 ** at).toLocaleString(language, format);
}

/** How many pixels a picture has, such as 12 MP; nothing for the smallest. */
export function megapixels(width: number, height: number, language: string): string {
  const millions = (width * height) / 1e6;
  if (millions < 0.1) return '';
  return `${millions.toLocaleString(language, { maximumFractionDigits: millions < 10 ? 1 : 0 })} MP`;
}

/** A country's name by its ISO code; nothing for none. */
export function country(code: string, language: string): string {
  return /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code) : '';
}

/** How long light came in, such as 1/120 s or 2.5 s. */
export const shutter = (seconds: number, language: string): string =>
  seconds < 0.4
    ? `1/${Math.round(1 / seconds)} s`
    : `${seconds.toLocaleString(language, { maximumFractionDigits: 1 })} s`;
