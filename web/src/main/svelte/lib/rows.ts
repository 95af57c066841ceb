// Rows of pictures that keep their shapes: each is as wide as the page, and about as high as is wanted.

/** Pictures `from` to `from + count`, all of one height. */
export interface Row {
  from: number;
  count: number;
  height: number;
}

/** Few in a last row are not made larger than this, as a part of the height that is wanted. */
const LAST_LARGEST = 1.25;

const widthAt = (height: number, ratios: number, count: number, gap: number) => ratios * height + gap * (count - 1);
const heightAt = (width: number, ratios: number, count: number, gap: number) => (width - gap * (count - 1)) / ratios;

/**
 * Takes pictures in their order, and ends a row where it comes nearest to the wanted height. What is left over at the end
 * does not fill its row.
 *
 * @param ratio of a picture's width to its height, by its number
 * @param width of a row, in pixels, as `wanted` and `gap` are
 */
export function justify(
  count: number,
  ratio: (at: number) => number,
  width: number,
  wanted: number,
  gap: number,
): Row[] {
  const rows: Row[] = [];
  let from = 0;
  let ratios = 0;
  for (let at = 0; at < count; at++) {
    const before = ratios;
    ratios += ratio(at);
    const taken = at + 1 - from;
    if (widthAt(wanted, ratios, taken, gap) < width) continue;
    const low = heightAt(width, ratios, taken, gap);
    const high = before && heightAt(width, before, taken - 1, gap);
    // By how many times too low or too high, not by how much.
    if (before && high / wanted <= wanted / low) {
      rows.push({ from, count: taken - 1, height: high });
      from = at;
      ratios = ratio(at);
      // A picture that is a row of its own.
      if (widthAt(wanted, ratios, 1, gap) < width) continue;
      rows.push({ from, count: 1, height: width / ratios });
    } else {
      rows.push({ from, count: taken, height: low });
    }
    from = at + 1;
    ratios = 0;
  }
  if (from < count) {
    const full = heightAt(width, ratios, count - from, gap);
    rows.push({ from, count: count - from, height: full <= wanted * LAST_LARGEST ? full : wanted });
  }
  return rows;
}
