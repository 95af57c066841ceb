import type { Topology } from 'topojson-specification';

/**
 * A closed line in fractions of the world's width and height in the Web Mercator projection: x, y in turn. One that
 * crosses the date line goes on beyond 0 or 1.
 */
export interface Ring {
  points: Float32Array;
  west: number;
  north: number;
  east: number;
  south: number;
}

const MERCATOR_EDGE = 85.05;

/** The rings of each country. */
export function countries(world: Topology): Ring[][] {
  const { scale, translate } = world.transform!;
  const arcs = world.arcs.map((arc) => {
    const line = new Float32Array(2 * arc.length);
    let x = 0;
    let y = 0;
    arc.forEach((step, i) => {
      x += step[0];
      y += step[1];
      const latitude = Math.max(-MERCATOR_EDGE, Math.min(MERCATOR_EDGE, y * scale[1] + translate[1]));
      const sine = Math.sin((latitude * Math.PI) / 180);
      line[2 * i] = (x * scale[0] + translate[0] + 180) / 360;
      line[2 * i + 1] = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    });
    return line;
  });
  const ring = (parts: number[]) => joined(parts.map((part) => (part < 0 ? backwards(arcs[~part]) : arcs[part])));
  const all = world.objects.countries;
  return (all.type === 'GeometryCollection' ? all.geometries : []).map((country) => {
    if (country.type === 'Polygon') return country.arcs.map(ring);
    return country.type === 'MultiPolygon' ? country.arcs.flat().map(ring) : [];
  });
}

function joined(lines: Float32Array[]): Ring {
  const length = lines.reduce((sum, line) => sum + line.length, 0);
  const points = new Float32Array(length + 4);
  let at = 0;
  let turn = 0;
  for (const line of lines) {
    for (let i = 0; i < line.length; i += 2) {
      if (at && line[i] + turn - points[at - 2] > 0.5) turn--;
      else if (at && line[i] + turn - points[at - 2] < -0.5) turn++;
      points[at++] = line[i] + turn;
      points[at++] = line[i + 1];
    }
  }
  // What goes around the pole has its inner side there.
  if (Math.abs(points[at - 2] - points[0]) > 0.5) points.set([points[at - 2], 1, points[0], 1], at);
  else points.set([points[0], points[1], points[0], points[1]], at);
  let [west, north, east, south] = [2, 2, -2, -2];
  for (let i = 0; i < points.length; i += 2) {
    west = Math.min(west, points[i]);
    east = Math.max(east, points[i]);
    north = Math.min(north, points[i + 1]);
    south = Math.max(south, points[i + 1]);
  }
  return { points, west, north, east, south };
}

function backwards(line: Float32Array): Float32Array {
  const turned = new Float32Array(line.length);
  for (let i = 0; i < line.length; i += 2) {
    turned[i] = line[line.length - 2 - i];
    turned[i + 1] = line[line.length - 1 - i];
  }
  return turned;
}
