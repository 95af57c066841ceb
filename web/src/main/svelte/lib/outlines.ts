import * as L from 'leaflet';
import address from 'world-atlas/countries-10m.json?url';
import { countries, type Ring } from './rings';

/** Colours, read anew for each tile. */
export type Inks = () => { land: string; coast: string };

/** A layer whose tiles are drawn here from outlines, and asked of nobody. */
class Outlines extends L.GridLayer {
  constructor(
    private readonly all: Ring[][],
    private readonly inks: Inks,
  ) {
    super();
  }

  protected override createTile(tile: L.Coords): HTMLElement {
    const canvas = document.createElement('canvas');
    const sharp = Math.min(2, devicePixelRatio || 1);
    const side = this.getTileSize().x;
    canvas.width = canvas.height = side * sharp;
    const pen = canvas.getContext('2d')!;
    pen.scale(sharp, sharp);
    draw(pen, this.all, tile, side, this.inks());
    return canvas;
  }
}

/** Of Natural Earth's countries at 1 : 10 million, which come with the pages. */
export const outlines = async (inks: Inks): Promise<L.GridLayer> =>
  new Outlines(countries(await (await fetch(address)).json()), inks);

function draw(
  pen: CanvasRenderingContext2D,
  all: Ring[][],
  tile: L.Coords,
  side: number,
  { land, coast }: ReturnType<Inks>,
): void {
  const world = side * 2 ** tile.z;
  const left = ((tile.x % 2 ** tile.z) + 2 ** tile.z) % 2 ** tile.z;
  const [west, north] = [left / 2 ** tile.z, tile.y / 2 ** tile.z];
  const [east, south] = [west + 1 / 2 ** tile.z, north + 1 / 2 ** tile.z];
  pen.fillStyle = land;
  pen.strokeStyle = coast;
  pen.lineWidth = 0.8;
  for (const country of all) {
    pen.beginPath();
    for (const ring of country) {
      for (const turn of [-1, 0, 1]) {
        const near = ring.west + turn <= east && ring.east + turn >= west && ring.north <= south && ring.south >= north;
        if (near) trace(pen, ring.points, west - turn, north, world);
      }
    }
    pen.fill('evenodd');
    pen.stroke();
  }
}

/** Leaves out what lies within half a pixel of the last point. */
function trace(pen: CanvasRenderingContext2D, points: Float32Array, west: number, north: number, world: number): void {
  let lastX = Infinity;
  let lastY = Infinity;
  for (let i = 0; i < points.length; i += 2) {
    const x = (points[i] - west) * world;
    const y = (points[i + 1] - north) * world;
    if (i === 0) pen.moveTo(x, y);
    else if (Math.abs(x - lastX) + Math.abs(y - lastY) >= 0.5) pen.lineTo(x, y);
    else continue;
    lastX = x;
    lastY = y;
  }
  pen.closePath();
}
