import { expect, test } from 'vitest';
import { neighbour } from '../../../main/svelte/lib/neighbour';

// Three, two that are wider, and one alone.
const BOXES = [
  { left: 0, right: 100, top: 0 },
  { left: 100, right: 200, top: 0 },
  { left: 200, right: 300, top: 0 },
  { left: 0, right: 140, top: 100 },
  { left: 140, right: 300, top: 100 },
  { left: 0, right: 80, top: 260 },
];

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 2, 3],
  ['ArrowRight', 5, undefined],
  ['ArrowLeft', 3, 2],
  ['ArrowLeft', 0, undefined],
  ['ArrowDown', 0, 3],
  ['ArrowDown', 1, 4],
  ['ArrowDown', 4, 5],
  ['ArrowDown', 5, undefined],
  ['ArrowUp', 5, 3],
  ['ArrowUp', 4, 2],
  ['ArrowUp', 3, 0],
  ['ArrowUp', 1, undefined],
  ['Enter', 1, undefined],
])('%s leads from %i to %s', (key, at, to) => {
  expect(neighbour(BOXES, at, key)).toBe(to);
});
