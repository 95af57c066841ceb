/** How a picture lies in its box: enlarged from the middle, and moved by pixels. */
export interface View {
  scale: number;
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export const WHOLE: View = { scale: 1, x: 0, y: 0 };
const LARGEST = 8;

const within = (value: number, most: number) => Math.min(most, Math.max(-most, value));

/** The same, so that the picture does not leave its box. */
function held(view: View, box: Size): View {
  const right = ((view.scale - 1) * box.width) / 2;
  const down = ((view.scale - 1) * box.height) / 2;
  return { scale: view.scale, x: within(view.x, right), y: within(view.y, down) };
}

/**
 * Larger or smaller, so that what is under a point stays there.
 *
 * @param x of the point, in pixels from the middle of the box
 */
export function zoomed(view: View, by: number, x: number, y: number, box: Size): View {
  const scale = Math.min(LARGEST, Math.max(1, view.scale * by));
  const real = scale / view.scale;
  return held({ scale, x: x - (x - view.x) * real, y: y - (y - view.y) * real }, box);
}

export function moved(view: View, x: number, y: number, box: Size): View {
  return held({ scale: view.scale, x: view.x + x, y: view.y + y }, box);
}

/** What a finger's way means that began on a whole picture: 1 the next, -1 the one before, 0 neither. */
export function swiped(x: number, y: number): -1 | 0 | 1 {
  if (Math.abs(x) < 50 || Math.abs(x) < 1.5 * Math.abs(y)) return 0;
  return x < 0 ? 1 : -1;
}
