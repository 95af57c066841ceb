import { en } from './en';
import { direction, FILES, isSpoken, spoken, type Language, type Word, type Words } from './languages';
import { capital, dayOf, momentOf, monthNameOf, monthOf, periodOf, phrase, takenOf } from './phrases';

export type { Word } from './languages';

let words: Words = en;
let wanted: Language = 'en';

export const language = $state<{ code: Language }>({ code: 'en' });

/**
 * Settles when the language is spoken, or cannot be fetched and another one stays.
 *
 * @param code one of {@link LANGUAGES}, or "" for the first of the browser's
 */
export async function speak(code: string): Promise<void> {
  const next = isSpoken(code) ? code : spoken(navigator.languages);
  wanted = next;
  try {
    const found = next === 'en' ? en : await FILES[next]();
    if (wanted !== next) return;
    words = found;
    language.code = next;
    document.documentElement.lang = next;
    document.documentElement.dir = direction(next);
  } catch {
    wanted = language.code;
  }
}

/** A text in the reader's language; {0}, {1} stand for values. */
export function t(word: Word, ...values: (string | number)[]): string {
  const code = language.code;
  const own = words[word];
  return own === undefined ? phrase(en[word], values, 'en') : phrase(own, values, code);
}

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
