import { expect, test } from 'vitest';
import { de } from '../../../main/svelte/lib/de';
import { en } from '../../../main/svelte/lib/en';

const languages: Record<string, Record<string, string>> = { en, de };
const forms = (text: string) => text.split('|');
const gaps = (text: string) => [...new Set(text.match(/\{\d\}/g) ?? [])].sort();

test('both languages have the same words', () => {
  expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
});

test('German speaks to a friend', () => {
  for (const [word, text] of Object.entries(de)) {
    expect(text, word).not.toMatch(/[a-zäöüß]en Sie(?![\wäöüß])|(?<![\wäöüß])(Ihnen|Ihre[mnrs]?)(?![\wäöüß])/);
  }
});

test('a word takes the same values in both languages', () => {
  const taken = (words: Record<string, string>) =>
    Object.fromEntries(Object.entries(words).map(([word, text]) => [word, gaps(forms(text).at(-1)!)]));
  expect(taken(de)).toEqual(taken(en));
});

test.each(Object.keys(languages))('what %s says is complete', (code) => {
  for (const [word, text] of Object.entries(languages[code])) {
    for (const form of forms(text)) {
      expect(form, word).not.toBe('');
      expect(form, word).toBe(form.trim());
    }
    // {1} without {0} would be filled with the wrong value.
    expect(gaps(text), word).toEqual(gaps(text).map((_, i) => `{${i}}`));
  }
});

test.each(Object.keys(languages))(
  'what %s says of one thing or more has two forms, and the second says how many',
  (code) => {
    for (const [word, text] of Object.entries(languages[code])) {
      const [one, ...more] = forms(text);
      if (!more.length) continue;
      expect(more, word).toHaveLength(1);
      expect(more[0], word).toContain('{0}');
      expect(more[0], word).not.toBe(one);
      expect(gaps(more[0]), word).toEqual(expect.arrayContaining(gaps(one)));
    }
  },
);
