import type { Part } from './api';

const OR = /\s+(?:or|oder)\s*$/i;
const FIRST_OR = /^\s*(?:or|oder)\s+/i;
const WITHOUT = /\s*\b(?:without|not|except|ohne|nicht|außer)\s*$/i;

const joined = (before: string, after: string) => [before.trim(), after.trim()].filter(Boolean).join(' ');

/** A text without what a part of it says, and without the "or" or "without" that stood there for it alone. */
export function dropped(text: string, part: { from: number; to: number }): string {
  const before = text.slice(0, part.from);
  const after = text.slice(part.to);
  if (OR.test(before)) return joined(before.replace(OR, ''), after);
  if (WITHOUT.test(before)) return joined(before.replace(WITHOUT, ''), after);
  return joined(before, after.replace(FIRST_OR, ' '));
}

/**
 * What is asked in words that mean the same on other days, and without those that mean nothing: of "xyzzy Anna last
 * summer" "Anna Summer 2024".
 */
export function lasting(text: string, parts: Part[], unknown: string[]): string {
  let told = text;
  for (const part of [...parts].filter((one) => one.sort === 'date').sort((a, b) => b.from - a.from)) {
    told = told.slice(0, part.from) + part.label + told.slice(part.to);
  }
  for (const word of unknown) {
    told = told
      .replaceAll(`"${word}"`, ' ')
      .split(/\s+/)
      .filter((one) => one !== word)
      .join(' ');
  }
  return told.trim();
}

/** What words were taken for, the same once; not of a word that is still being written, which may be anything. */
export const told = (parts: Part[]) =>
  parts.filter(
    (one, i) =>
      !one.begun &&
      parts.findIndex(
        (other) =>
          other.from === one.from && other.label === one.label && (other.sort === 'text') === (one.sort === 'text'),
      ) === i,
  );
