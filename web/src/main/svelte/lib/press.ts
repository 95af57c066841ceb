// How a menu is asked for where something stands: by the right button, by a key, or by a finger that rests.
import { asksForMenu } from './keys.svelte';

/** How long a finger rests, in milliseconds, and how far it may tremble, in pixels. */
export const LONG = 450;
export const TREMBLE = 10;

/**
 * Listens within an element, until what it gives back is called. What was asked of has the focus then.
 *
 * @param on what can be asked of
 * @param ask with a point of the window
 */
export function listen(
  within: HTMLElement,
  on: string,
  ask: (found: HTMLElement, x: number, y: number) => void,
): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let resting = 0;
  let begun = { x: 0, y: 0 };
  /** A finger has asked, and is still to be lifted. */
  let asked = false;

  const found = (event: Event) => (event.target as Element).closest<HTMLElement>(on);

  function open(one: HTMLElement, x: number, y: number) {
    one.focus({ preventScroll: true });
    ask(one, x, y);
  }

  function down(event: PointerEvent) {
    asked = false;
    clearTimeout(resting);
    const one = found(event);
    if (!one || event.pointerType !== 'touch') return;
    begun = { x: event.clientX, y: event.clientY };
    resting = window.setTimeout(() => {
      asked = true;
      open(one, begun.x, begun.y);
    }, LONG);
  }

  function move(event: PointerEvent) {
    if (Math.hypot(event.clientX - begun.x, event.clientY - begun.y) > TREMBLE) clearTimeout(resting);
  }

  function menu(event: MouseEvent) {
    const one = found(event);
    if (!one) return;
    event.preventDefault();
    // Some browsers say so when a finger rests, too.
    clearTimeout(resting);
    if (!asked) open(one, event.clientX, event.clientY);
  }

  function key(event: KeyboardEvent) {
    const one = found(event);
    if (!one || !asksForMenu(event)) return;
    event.preventDefault();
    const { left, top, height } = one.getBoundingClientRect();
    open(one, left + 20, top + height / 2);
  }

  /** The finger that asked is lifted: that is no click. */
  function click(event: MouseEvent) {
    if (!asked || !found(event)) return;
    asked = false;
    event.preventDefault();
    event.stopPropagation();
  }

  within.addEventListener('pointerdown', down, { signal });
  within.addEventListener('pointermove', move, { signal });
  for (const over of ['pointerup', 'pointercancel'] as const) {
    within.addEventListener(over, () => clearTimeout(resting), { signal });
  }
  within.addEventListener('contextmenu', menu, { signal });
  within.addEventListener('keydown', key, { signal });
  within.addEventListener('click', click, { signal, capture: true });
  return () => {
    clearTimeout(resting);
    listening.abort();
  };
}
