import { expect, test } from 'vitest';
import { isPlain, moved, plain, seenAt, timeOf } from '../../../main/svelte/lib/shots';

const shots = [11, 12, 13, 14].map((asset) => ({ asset, clip: false, live: false, reason: '', role: 'body' }));
const order = (asset: number, to: number) => moved(shots, asset, to)?.map((shot) => shot.asset);

test.each([
  [11, 3, [12, 13, 14, 11]],
  [14, 0, [14, 11, 12, 13]],
  [12, 2, [11, 13, 12, 14]],
  [13, 1, [11, 13, 12, 14]],
])('%i goes to place %i', (asset, to, expected) => {
  expect(order(asset, to)).toEqual(expected);
});

test.each([
  ['where it is', 12, 1],
  ['before the first', 11, -1],
  ['after the last', 14, 4],
  ['of a picture that is not there', 99, 0],
])('nothing changes %s', (_, asset, to) => {
  expect(order(asset, to)).toBeUndefined();
});

test('what was given stays as it was', () => {
  moved(shots, 11, 3);
  expect(shots.map((shot) => shot.asset)).toEqual([11, 12, 13, 14]);
});

const times = [
  { asset: 11, start: 0, end: 4 },
  { asset: 12, start: 4, end: 7 },
  { asset: 13, start: 4, end: 7 },
];

test.each([
  [0, [11]],
  [3.99, [12, 13]],
  [5, [12, 13]],
  [7, []],
])('at %d s is seen %j', (time, assets) => {
  expect(seenAt(times, time)).toEqual(assets);
});

test('a shot that the film has no time for is never seen', () => {
  expect(timeOf(times, 13)?.start).toBe(4);
  expect(timeOf(times, 14)).toBeUndefined();
});

test('nothing is said of a shot until something is', () => {
  expect(isPlain(plain(1))).toBe(true);
  expect(isPlain({ ...plain(1), captioned: true })).toBe(false);
  expect(isPlain({ ...plain(1), hold: 'longer' })).toBe(false);
});
