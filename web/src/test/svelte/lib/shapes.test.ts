import { expect, test } from 'vitest';
import { ratioAt } from '../../../main/svelte/lib/shapes';

// ShapeTest of the service writes the same.
test.each([
  ['#', 1 / 4],
  ['~', 8],
  ['@', 3 / 4],
  ['8', 9 / 16],
  ['G', 1],
  ['O', 4 / 3],
  ['R', 3 / 2],
  ['W', 16 / 9],
])('%s is read', (text, ratio) => {
  expect(ratioAt(text, 0) / ratio).toBeGreaterThan(0.98);
  expect(ratioAt(text, 0) / ratio).toBeLessThan(1.02);
});

test('what is no shape is a square', () => {
  expect(ratioAt('', 0)).toBe(1);
  expect(ratioAt('#', 1)).toBe(1);
  expect(ratioAt('\n', 0)).toBe(1);
});
