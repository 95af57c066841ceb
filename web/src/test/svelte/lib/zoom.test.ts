import { describe, expect, it } from 'vitest';
import { WHOLE, moved, swiped, zoomed } from '../../../main/svelte/lib/zoom';

const box = { width: 800, height: 600 };

describe('zoom', () => {
  it('keeps what is under the pointer', () => {
    const view = zoomed(WHOLE, 2, 100, -50, box);
    // The point of the picture under the pointer, in the picture's own pixels from its middle.
    expect([(100 - view.x) / view.scale, (-50 - view.y) / view.scale]).toEqual([100, -50]);
  });

  it('is never smaller than whole, and then in the middle', () => {
    expect(zoomed(moved(zoomed(WHOLE, 3, 0, 0, box), 90, 90, box), 0.01, 300, 200, box)).toEqual(WHOLE);
    expect(zoomed(WHOLE, 1000, 0, 0, box).scale).toBe(8);
  });

  it('does not let the picture leave the box', () => {
    expect(moved(zoomed(WHOLE, 2, 0, 0, box), 5000, -5000, box)).toEqual({ scale: 2, x: 400, y: -300 });
  });

  it('tells a swipe from a scroll', () => {
    expect(swiped(-120, 20)).toBe(1);
    expect(swiped(120, 20)).toBe(-1);
    expect(swiped(120, 110)).toBe(0);
    expect(swiped(-30, 0)).toBe(0);
  });
});
