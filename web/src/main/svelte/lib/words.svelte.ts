import { de } from './de';
import { en } from './en';

export type Word = keyof typeof en;

const browser = navigator.language.startsWith('de') ? 'de' : 'en';

export const language = $state({ code: browser as 'en' | 'de' });

/** @param code "en", "de", or "" for the browser's */
export function speak(code: string): void {
  language.code = code === 'en' || code === 'de' ? code : browser;
  document.documentElement.lang = language.code;
}

/** A text in the reader's language; {0}, {1} stand for values. One with a bar tells of one thing before it, else of more. */
export function t(word: Word, ...values: (string | number)[]): string {
  const [one, more]: string[] = (language.code === 'de' ? de : en)[word].split('|');
  const text = more === undefined || values[0] === 1 ? one : more;
  return values.reduce<string>((all, value, i) => all.replaceAll(`{${i}}`, number(value)), text);
}

const number = (value: string | number) => (typeof value === 'number' ? value.toLocaleString(language.code) : value);

export function month(key: string): string {
  if (!/^\d{4}-\d{2}$/.test(key)) return t('undated');
  const [year, at] = key.split('-').map(Number);
  return new Date(year, at - 1, 1).toLocaleDateString(language.code, { month: 'long', year: 'numeric' });
}

export function day(text: string): string {
  return new Date(text.length === 10 ? text + 'T12:00' : text).toLocaleDateString(language.code, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/** Moods have names of their own; one that these pages do not know goes by the service's word. */
export function moodName(mood: string): string {
  return mood in en ? t(mood as Word) : mood.charAt(0).toUpperCase() + mood.slice(1);
}
