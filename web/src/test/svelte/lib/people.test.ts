import { expect, test } from 'vitest';
import type { Person } from '../../../main/svelte/lib/api';
import { birthdayOf, birthdayText, keptOf, namesOf } from '../../../main/svelte/lib/people';

const person = (id: number, name: string, pictures: number) => ({ id, name, pictures }) as Person;

test('of several who are one, the named stays, or who is seen most', () => {
  expect(keptOf([person(1, '', 9), person(2, 'Anna', 1), person(3, 'Anne', 5)]).id).toBe(2);
  expect(keptOf([person(1, '', 2), person(2, '', 9), person(3, '', 9)]).id).toBe(2);
  expect(namesOf([person(1, 'Anna', 1), person(2, '', 1), person(3, 'Anna', 1), person(4, 'Bert', 1)])).toEqual([
    'Anna',
    'Bert',
  ]);
});

test('a birthday has a year or none, and is read as it is written', () => {
  for (const text of ['2016-05-03', '--02-29', '']) expect(birthdayText(birthdayOf(text))).toBe(text);
  expect(birthdayOf('--05-03')).toEqual({ day: '3', month: '5', year: '' });
  expect(birthdayText({ day: '3', month: '', year: '2016' })).toBe('');
  expect(birthdayOf('nonsense')).toEqual({ day: '', month: '', year: '' });
});
