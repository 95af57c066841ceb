// Where the next key goes: whoever uses a keyboard alone must not be sent back to the top of the page.
import { tick } from 'svelte';

/** Gives an element the focus if nothing has it, as when the button that was pressed is there no more. */
export function takeOver(node: HTMLElement | undefined): void {
  void tick().then(() => {
    const now = document.activeElement;
    if (!now || now === document.body || now instanceof HTMLDialogElement) node?.focus({ preventScroll: true });
  });
}
