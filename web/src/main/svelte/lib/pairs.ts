/** What can be said of two faces; "unsure" is asked again later. */
export type Answer = 'yes' | 'no' | 'unsure';

/** Yes begins with another letter in each language, and no with the same. */
const KEYS: Record<string, Answer | 'undo'> = {
  y: 'yes',
  j: 'yes',
  o: 'yes',
  s: 'yes',
  t: 'yes',
  n: 'no',
  ' ': 'unsure',
  u: 'undo',
};

/** What a key means; nothing where it means something else to what has the focus, or to the browser. */
export function answerOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat' | 'target'>,
): Answer | 'undo' | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return undefined;
  const at = event.target as Element | null;
  const typing = at?.closest?.('input, textarea, select, dialog');
  // The space bar presses a button or a link that somebody has gone to.
  if (typing || (event.key === ' ' && at?.closest?.('button, a'))) return undefined;
  return KEYS[event.key.toLowerCase()];
}
