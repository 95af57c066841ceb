import type { en } from './en';

export type Word = keyof typeof en;

/** Texts in ICU's message format. Those that a language lacks are told in English. */
export type Words = Partial<Record<Word, string>>;

/** What the pages speak, each by its own name. */
export const LANGUAGES = {
  de: 'Deutsch',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  it: 'Italiano',
  nl: 'Nederlands',
  pl: 'Polski',
  pt: 'Português',
  ja: '日本語',
  'zh-Hans': '简体中文',
} as const;

export type Language = keyof typeof LANGUAGES;

/** Each is a file of its own, fetched when it is first spoken. */
export const FILES: Record<Exclude<Language, 'en'>, () => Promise<Words>> = {
  de: async () => (await import('./de')).de,
  es: async () => (await import('./es')).es,
  fr: async () => (await import('./fr')).fr,
  it: async () => (await import('./it')).it,
  nl: async () => (await import('./nl')).nl,
  pl: async () => (await import('./pl')).pl,
  pt: async () => (await import('./pt')).pt,
  ja: async () => (await import('./ja')).ja,
  'zh-Hans': async () => (await import('./zh')).zh,
};

const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg']);

/** Which way a language is written, by its script: "ar" and "ur" from right to left, "az" not. */
export const direction = (code: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(new Intl.Locale(code).maximize().script ?? '') ? 'rtl' : 'ltr';

const CODES = Object.keys(LANGUAGES) as Language[];

function writing(tag: string): string {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return '';
  }
}

/** The first of a reader's languages, such as "pt-BR" or "zh-CN", that the pages speak; else English. */
export const spoken = (wanted: readonly string[]): Language =>
  wanted.map((tag) => CODES.find((code) => writing(code) === writing(tag))).find((code) => code !== undefined) ?? 'en';

export const isSpoken = (code: string): code is Language => code in LANGUAGES;
