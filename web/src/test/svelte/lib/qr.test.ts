import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { qrPicture } from '../../../main/svelte/lib/qr';

test.each([
  'http://localhost:8484/s/' + 'a'.repeat(32),
  `https://${'films.'.repeat(25)}example.org:65535/s/kE9_-${'z'.repeat(27)}`,
])('a reader finds %s in its code', (link) => {
  const { side, pixels } = qrPicture(link);
  expect(decodeQR({ width: side, height: side, data: pixels })).toBe(link);
});

test('it is white around, where readers look for its edge', () => {
  const { side, pixels } = qrPicture('https://films.example.org');
  for (const at of [0, side - 1, side * (side - 1), side * side - 1, 40 * side + 40]) {
    expect([...pixels.slice(4 * at, 4 * at + 4)]).toEqual([255, 255, 255, 255]);
  }
});
