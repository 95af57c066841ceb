import { afterEach, describe, expect, test, vi } from 'vitest';
import { capital, clock, dayOf, momentOf, monthOf, periodOf, phrase, takenOf } from '../../../main/svelte/lib/phrases';

describe('phrase', () => {
  const SHOTS = '{0, plural, one {# shot} other {# shots}}';

  test.each([
    [0, '0 shots'],
    [1, '1 shot'],
    [2, '2 shots'],
  ])('tells of %i shots', (count, expected) => {
    expect(phrase(SHOTS, [count], 'en')).toBe(expected);
  });

  test('puts numbers as the language does', () => {
    expect(phrase(SHOTS, [1234567], 'en')).toBe('1,234,567 shots');
    expect(phrase(SHOTS, [1234567], 'de')).toBe('1.234.567 shots');
  });

  test('has as many forms as the language', () => {
    const films = '{0, plural, one {# film} few {# filmy} many {# filmów} other {# filmu}}';
    expect([1, 2, 5, 22, 25].map((count) => phrase(films, [count], 'pl'))).toEqual([
      '1 film',
      '2 filmy',
      '5 filmów',
      '22 filmy',
      '25 filmów',
    ]);
  });

  test('puts a number as the language does where nothing depends on it', () => {
    expect(phrase('{0} von {1}', [1234, 56789], 'de')).toBe('1.234 von 56.789');
  });

  test('takes signs of other formats as they are', () => {
    expect(phrase('<b>{0}</b> isn’t 50 % | #1', ['x'], 'en')).toBe('<b>x</b> isn’t 50 % | #1');
  });

  test('puts texts as they are, wherever they stand', () => {
    expect(phrase('To “{0}”, at {1}, {0}', ['Sea', '1:05'], 'en')).toBe('To “Sea”, at 1:05, Sea');
  });

  test('leaves what is given no value', () => {
    expect(phrase('{0} of {1}', [3], 'en')).toBe('3 of {1}');
  });

  test('puts a text that is empty', () => {
    expect(phrase('“{0}”', [''], 'en')).toBe('“”');
  });
});

describe('days and months', () => {
  afterEach(() => vi.unstubAllEnvs());

  test.each(['America/Los_Angeles', 'UTC', 'Asia/Kathmandu', 'Pacific/Kiritimati'])('are the same in %s', (zone) => {
    vi.stubEnv('TZ', zone);
    expect(dayOf('2024-05-03', 'en')).toBe('May 3, 2024');
    expect(dayOf('2024-05-03', 'de')).toBe('3. Mai 2024');
    expect(dayOf('2024-12-31T23:59', 'de')).toBe('31. Dezember 2024');
    expect(dayOf('2024-01-01T00:00:01', 'de')).toBe('1. Januar 2024');
    expect(monthOf('2024-01', 'en')).toBe('January 2024');
    expect(monthOf('2024-12', 'de')).toBe('Dezember 2024');
  });

  test('tell no time', () => {
    expect(dayOf('2024-05-03T14:05:09', 'en')).toBe('May 3, 2024');
  });

  test('are told to the minute by where the reader is', () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    expect(momentOf('2025-11-24T16:00:30Z', 'de')).toBe('24. November 2025 um 17:00');
  });

  test('tell no more than is known', () => {
    expect(monthOf('1985', 'de')).toBe('1985');
    expect(monthOf('1983_1986', 'en')).toBe('1983–1986');
    expect(takenOf('1985', 'en')).toBe('1985');
    expect(takenOf('1985-07', 'de')).toBe('Juli 1985');
    expect(takenOf('1985-07-14', 'en')).toBe('July 14, 1985');
    expect(takenOf('1985-07-14T15:30', 'de')).toBe('14. Juli 1985');
    expect(takenOf('1983..1986', 'en')).toBe('1983 – 1986');
    expect(takenOf('1985-06..1985-08', 'de')).toBe('Juni 1985 – August 1985');
  });

  test.each(['', 'undated', '24', '2024-5', '2024-05-03', '2024_5'])('“%s” is no month', (key) => {
    expect(monthOf(key, 'en')).toBeUndefined();
  });
});

test.each([
  [0, '0:00'],
  [9.99, '0:09'],
  [60, '1:00'],
  [65.5, '1:05'],
  [3599, '59:59'],
  [3600, '60:00'],
])('%d seconds are %s', (seconds, expected) => {
  expect(clock(seconds)).toBe(expected);
});

test('a capital is the first letter alone', () => {
  expect(capital('neverShow')).toBe('NeverShow');
  expect(capital('')).toBe('');
});

describe('period', () => {
  test('tells one day once', () => {
    expect(periodOf('2019-08-12', '2019-08-12', 'en')).toBe('August 12, 2019');
  });

  test('tells once what both days have in common', () => {
    expect(periodOf('2019-08-12', '2019-08-15', 'de')).toMatch(/^12\.\s?–\s?15\. August 2019$/);
    expect(periodOf('2018-12-30', '2019-01-02', 'en')).toMatch(/^December 30, 2018\s–\sJanuary 2, 2019$/);
  });
});
