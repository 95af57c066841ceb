import type { Topology } from 'topojson-specification';
import { beforeAll, describe, expect, test } from 'vitest';
import world from 'world-atlas/countries-10m.json?raw';
import { countries, type Ring } from '../../../main/svelte/lib/rings';

describe('the outlines of the world', () => {
  const named = new Map<string, Ring[]>();
  let rings: Ring[];

  beforeAll(() => {
    const topology: Topology = JSON.parse(world);
    const all = countries(topology);
    const { countries: described } = topology.objects;
    if (described.type === 'GeometryCollection') {
      described.geometries.forEach((one, i) => named.set((one.properties as { name: string }).name, all[i]));
    }
    rings = all.flat();
  });

  /** By Green's theorem, in parts of the map's square. */
  const area = ({ points }: Ring) => {
    let sum = 0;
    for (let i = 0; i + 3 < points.length; i += 2) sum += points[i] * points[i + 3] - points[i + 2] * points[i + 1];
    return Math.abs(sum / 2);
  };
  const largest = (country: string) => named.get(country)!.reduce((a, b) => (area(a) > area(b) ? a : b));

  test('are those of all countries, in rings', () => {
    expect(named.size).toBeGreaterThan(240);
    expect(rings.length).toBeGreaterThan(4000);
    for (const [name, parts] of named) expect(parts.length, name).toBeGreaterThan(0);
  });

  test('never leap over the world', () => {
    let leap = 0;
    for (const { points } of rings) {
      // The last two points close what goes around the pole.
      for (let i = 2; i < points.length - 4; i += 2) leap = Math.max(leap, Math.abs(points[i] - points[i - 2]));
    }
    expect(leap).toBeLessThanOrEqual(0.5);
  });

  test('lie within their sides', () => {
    const outside = rings.filter(({ points, west, east, north, south }) =>
      points.some((value, i) => (i % 2 ? value < north || value > south : value < west || value > east)),
    );
    expect(outside).toEqual([]);
  });

  test('have Germany where it is', () => {
    const { west, east, north, south } = largest('Germany');
    expect(west).toBeCloseTo((5.87 + 180) / 360, 3);
    expect(east).toBeCloseTo((15.04 + 180) / 360, 3);
    // Of the map's square the equator is the middle; 47.27° and 55.06° north lie here.
    expect(south).toBeCloseTo(0.351, 2);
    expect(north).toBeCloseTo(0.316, 2);
  });

  test('go on over the date line in Russia', () => {
    const { west, east } = largest('Russia');
    expect(east - west).toBeGreaterThan(0.4);
    expect(east - west).toBeLessThan(0.5);
    expect(west < 0 || east > 1).toBe(true);
  });

  test('close over the pole in Antarctica', () => {
    const { points, west, east, south } = largest('Antarctica');
    expect(east - west).toBeCloseTo(1, 2);
    expect(south).toBe(1);
    expect([...points.slice(-4)].filter((_, i) => i % 2)).toEqual([1, 1]);
  });
});
