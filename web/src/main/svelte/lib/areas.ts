import type { Area, Cluster } from './api';

/** An area as a request names it. */
export const sides = (area: Area) =>
  [area.west, area.south, area.east, area.north].map((side) => side.toFixed(6)).join();

const WORLD: Area = { west: -130, south: -50, east: 160, north: 68 };

/**
 * Where most pictures are: a single far journey must not shrink all others to a dot.
 *
 * @param places those with most pictures first
 */
export function around(places: Cluster[]): Area {
  if (!places.length) return WORLD;
  const all = places.reduce((sum, place) => sum + place.count, 0);
  let told = 0;
  const main = places.filter((place) => (told += place.count) - place.count < all * 0.9);
  return {
    west: Math.min(...main.map((place) => place.area.west)),
    south: Math.min(...main.map((place) => place.area.south)),
    east: Math.max(...main.map((place) => place.area.east)),
    north: Math.max(...main.map((place) => place.area.north)),
  };
}

// What a cluster's area leaves out by rounding lies a metre away.
const EDGE = 1e-5;

/** An area that holds all that this one was made of. */
export const wider = ({ west, south, east, north }: Area): Area => ({
  west: west - EDGE,
  south: south - EDGE,
  east: east + EDGE,
  north: north + EDGE,
});

/** How far around a point is shown, in degrees. */
const AROUND = 0.12;

/** What lies around a point, as an address names it: "48.1,11.5"; undefined for anything else. */
export function near(at: string | null): Area | undefined {
  const [latitude, longitude] = (at ?? '').split(',').map(Number);
  const isPoint = Boolean(at) && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isPoint
    ? { west: longitude - AROUND, south: latitude - AROUND, east: longitude + AROUND, north: latitude + AROUND }
    : undefined;
}
