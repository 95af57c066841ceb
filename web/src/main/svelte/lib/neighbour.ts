/** A picture's place in the window. */
export interface Box {
  left: number;
  right: number;
  top: number;
}

/**
 * Where an arrow key leads among pictures that lie in lines, by their places in the list; undefined where there is
 * nothing, and for other keys.
 */
export function neighbour(boxes: Box[], at: number, key: string): number | undefined {
  const to = at + ({ ArrowLeft: -1, ArrowRight: 1 }[key] ?? 0);
  if (to !== at) return boxes[to] && to;
  const down = key === 'ArrowDown';
  if (!down && key !== 'ArrowUp') return undefined;
  const here = boxes[at];
  const middle = (here.left + here.right) / 2;
  // Those of the next line, which is the nearest that lies lower or higher.
  const beyond = boxes.map((box) => (down ? box.top - here.top : here.top - box.top));
  const next = Math.min(...beyond.filter((far) => far > 1));
  const away = (box: Box) => Math.max(0, box.left - middle, middle - box.right);
  let found: number | undefined;
  boxes.forEach((box, i) => {
    if (Math.abs(beyond[i] - next) > 1) return;
    if (found === undefined || away(box) < away(boxes[found])) found = i;
  });
  return found;
}
