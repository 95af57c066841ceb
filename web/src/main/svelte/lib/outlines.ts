import type { FeatureCollection, MultiLineString, Polygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import address from 'world-atlas/countries-10m.json?url';

/** Natural Earth's outlines at 1 : 10 million, which come with the pages. */
export interface Outlines {
  countries: FeatureCollection<Polygon>;
  borders: MultiLineString;
}

export async function outlines(): Promise<Outlines> {
  const world = (await (await fetch(address)).json()) as Topology<{ countries: GeometryCollection }>;
  return {
    countries: feature(world, world.objects.countries) as FeatureCollection<Polygon>,
    borders: mesh(world, world.objects.countries, (one, other) => one !== other),
  };
}
