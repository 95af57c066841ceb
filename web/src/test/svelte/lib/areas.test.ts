import { describe, expect, test } from 'vitest';
import type { Cluster } from '../../../main/svelte/lib/api';
import { around, sides, wider } from '../../../main/svelte/lib/areas';

const place = (name: string, count: number, west: number, south: number): Cluster => ({
  area: { west, south, east: west + 1, north: south + 1 },
  count,
  cover: 1,
  latitude: south,
  longitude: west,
  place: name,
});

test('an area is named by its sides, to a tenth of a metre, and never in powers', () => {
  expect(sides({ west: -0.0000004, south: 1e-7, east: 180, north: 48.1234567 })).toBe(
    '-0.000000,0.000000,180.000000,48.123457',
  );
});

test('a wider area holds what rounding left out', () => {
  const area = { west: 10, south: 48, east: 10, north: 48 };
  const more = wider(area);
  expect(more.west).toBeLessThan(area.west);
  expect(more.south).toBeLessThan(area.south);
  expect(more.east).toBeGreaterThan(area.east);
  expect(more.north).toBeGreaterThan(area.north);
  expect(more.east - more.west).toBeLessThan(0.0001);
});

describe('where most pictures are', () => {
  const home = place('Home', 95, 10, 48);
  const lake = place('Lake', 4, 12, 47);
  const far = place('Far away', 1, 170, -45);

  test('leaves a far journey of few pictures out', () => {
    expect(around([home, lake, far])).toEqual(home.area);
  });

  test('holds all that nine in ten pictures need', () => {
    expect(around([place('One', 60, 0, 0), place('Two', 39, 20, 10), far])).toEqual({
      west: 0,
      south: 0,
      east: 21,
      north: 11,
    });
  });

  test('is the only place', () => {
    expect(around([far])).toEqual(far.area);
  });

  test('is the world where there is none', () => {
    const { west, east } = around([]);
    expect(east - west).toBeGreaterThan(180);
  });
});
