import { call, type Person } from './api';
import type { Word } from './languages';

/** Of people who become one, whose name and page stay: the first with a name, or else who is in most pictures. */
export const keptOf = (people: Person[]): Person =>
  people.find((one) => one.name) ?? people.reduce((most, one) => (one.pictures > most.pictures ? one : most));

/** Their different names. */
export const namesOf = (people: Person[]): string[] => [...new Set(people.map((one) => one.name).filter(Boolean))];

/** Takes back what was said, the last first. */
export async function takeBack(undos: string[]): Promise<void> {
  for (const undo of undos.toReversed()) await call('POST', '/people/undo', { undo });
}

/** Who somebody may be to the owner. */
export const RELATIONS = [
  'me',
  'partner',
  'daughter',
  'son',
  'mother',
  'father',
  'sister',
  'brother',
  'grandmother',
  'grandfather',
  'granddaughter',
  'grandson',
  'aunt',
  'uncle',
  'cousin',
  'friend',
] as const;

/** A birthday as fields hold it; of a day of no known year, the year is empty. */
export interface Birthday {
  day: string;
  month: string;
  year: string;
}

/** @param text "2016-05-03", "--05-03" or nothing */
export function birthdayOf(text: string): Birthday {
  const [, year, month, day] = /^(-|\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  return { day: day ? String(+day) : '', month: month ? String(+month) : '', year: year && year !== '-' ? year : '' };
}

/** As the service takes it; nothing where a day or month is missing. */
export function birthdayText({ day, month, year }: Birthday): string {
  if (!+day || !+month) return '';
  return `${year ? year.padStart(4, '0') : '-'}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** How an animal is claimed; others are just pets. */
export const ANIMAL_WORDS: Record<string, Word> = { dog: 'ourDog', cat: 'ourCat' };
