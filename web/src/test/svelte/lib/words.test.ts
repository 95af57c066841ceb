import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { en } from '../../../main/svelte/lib/en';
import { direction, FILES, LANGUAGES, spoken, type Language, type Word } from '../../../main/svelte/lib/languages';
import { phrase } from '../../../main/svelte/lib/phrases';

const codes = Object.keys(LANGUAGES) as Language[];
const languages = Object.fromEntries(
  await Promise.all(codes.map(async (code) => [code, code === 'en' ? en : await FILES[code]()])),
) as Record<Language, Record<string, string>>;

const read = (text: string) => parse(text, { ignoreTag: true });

/** Which values a text takes: {0}, {1}. */
const gaps = (elements: MessageFormatElement[]): string[] => {
  const found = elements.flatMap((one) => {
    if (one.type === TYPE.plural) return [one.value, ...Object.values(one.options).flatMap((form) => gaps(form.value))];
    return one.type === TYPE.argument ? [one.value] : [];
  });
  return [...new Set(found)].sort();
};

const plurals = (text: string) => read(text).filter((one) => one.type === TYPE.plural);

describe.each(codes)('what is said in %s', (code) => {
  const texts = languages[code];

  test('is all that is said in English', ({ skip }) => {
    const lacking = Object.keys(en).filter((word) => !(word in texts));
    // What others lack is told in English until somebody translates it.
    if (code !== 'en' && code !== 'de') skip(lacking.length > 0, `${code} lacks ${lacking.join(', ')}`);
    expect(Object.keys(texts).sort()).toEqual(Object.keys(en).sort());
  });

  test('is nothing that nobody says', () => {
    expect(Object.keys(texts).filter((word) => !(word in en))).toEqual([]);
  });

  test('can be read, has no empty text and no space at an end', () => {
    for (const [word, text] of Object.entries(texts)) {
      expect(() => read(text), word).not.toThrow();
      expect(text, word).not.toBe('');
      expect(text, word).toBe(text.trim());
      expect(text, `${word}: forms for one and more are {0, plural, …}`).not.toContain('|');
    }
  });

  test('takes the same values as in English', () => {
    for (const [word, text] of Object.entries(texts)) {
      expect(gaps(read(text)), word).toEqual(gaps(read(en[word as Word])));
      expect(gaps(read(text)), word).toEqual(gaps(read(text)).map((_, i) => String(i)));
    }
  });

  test('has each form that the language has, and counts by it', () => {
    const rules = new Intl.PluralRules(code);
    const forms = [...new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)))];
    for (const [word, text] of Object.entries(texts)) {
      for (const plural of plurals(text)) {
        expect(Object.keys(plural.options), word).toEqual(expect.arrayContaining(forms));
        for (const count of [0, 2, 5, 22]) expect(phrase(text, [count], code), word).toContain(String(count));
      }
    }
  });
});

test('German speaks to a friend', () => {
  for (const [word, text] of Object.entries(languages.de)) {
    expect(text, word).not.toMatch(/[a-zäöüß]en Sie(?![\wäöüß])|(?<![\wäöüß])(Ihnen|Ihre[mnrs]?)(?![\wäöüß])/);
  }
});

test.each([
  [['de-AT', 'en'], 'de'],
  [['fr-CA'], 'fr'],
  [['pt-BR'], 'pt'],
  [['zh-CN'], 'zh-Hans'],
  [['zh'], 'zh-Hans'],
  [['zh-TW', 'ja-JP'], 'ja'],
  [['sv', 'nl-BE', 'de'], 'nl'],
  [['sv'], 'en'],
  [['not a language!'], 'en'],
  [[], 'en'],
])('to who reads %j it speaks %s', (wanted, code) => {
  expect(spoken(wanted)).toBe(code);
});

test.each([
  ['ar', 'rtl'],
  ['he', 'rtl'],
  ['ur-PK', 'rtl'],
  ['az', 'ltr'],
  ['ja', 'ltr'],
  ['zh-Hans', 'ltr'],
])('%s is written %s', (code, way) => {
  expect(direction(code)).toBe(way);
});
