import { de } from './de';
import { en } from './en';
import { capital, dayOf, momentOf, monthNameOf, monthOf, periodOf, phrase, takenOf } from './phrases';

export type Word = keyof typeof en;

const browser = navigator.language.startsWith('de') ? 'de' : 'en';

export const language = $state({ code: browser as 'en' | 'de' });

/** @param code "en", "de", or "" for the browser's */
export function speak(code: string): void {
  language.code = code === 'en' || code === 'de' ? code : browser;
  document.documentElement.lang = language.code;
}

/** A text in the reader's language; {0}, {1} stand for values. One with a bar tells of one thing before it, else of more. */
export const t = (word: Word, ...values: (string | number)[]) =>
  phrase((language.code === 'de' ? de : en)[word], values, language.code);

export const month = (key: string) => monthOf(key, language.code) ?? t('undated');

/** @param at from 1 */
export const monthName = (at: number) => monthNameOf(at, language.code);

/** When a picture was taken, as exactly as is known. */
export const taken = (text: string) => takenOf(text, language.code);

export const day = (text: string) => dayOf(text, language.code);

/** When something happened, to the minute. */
export const moment = (text: string) => momentOf(text, language.code);

export const period = (first: string, last: string) => periodOf(first, last, language.code);

/** Moods have names of their own; one that these pages do not know goes by the service's word. */
export const moodName = (mood: string) => (mood in en ? t(mood as Word) : capital(mood));
