import { expect, test } from 'vitest';
import { between, size } from '../../../main/svelte/lib/spans';

const MONTHS = [
  { month: '2024-05', count: 10 },
  { month: '2024-04', count: 3 },
  { month: '2023-01', count: 5 },
];

test('a picture alone is a span', () => {
  const one = { month: '2024-05', at: 4 };
  expect(between(MONTHS, one, one)).toEqual([{ month: '2024-05', from: 4, to: 5 }]);
});

test('what lies between two pictures is the same from either', () => {
  const [one, other] = [
    { month: '2024-05', at: 8 },
    { month: '2023-01', at: 1 },
  ];
  const spans = [
    { month: '2024-05', from: 8, to: 10 },
    { month: '2024-04', from: 0, to: 3 },
    { month: '2023-01', from: 0, to: 2 },
  ];
  expect(between(MONTHS, one, other)).toEqual(spans);
  expect(between(MONTHS, other, one)).toEqual(spans);
  expect(size(spans)).toBe(7);
});

test('two of one month are in order', () => {
  expect(between(MONTHS, { month: '2024-05', at: 7 }, { month: '2024-05', at: 2 })).toEqual([
    { month: '2024-05', from: 2, to: 8 },
  ]);
});

test('a picture of a month that is gone is in no span', () => {
  expect(between(MONTHS, { month: '1999-01', at: 0 }, { month: '2024-05', at: 2 })).toEqual([]);
  expect(size([])).toBe(0);
});
