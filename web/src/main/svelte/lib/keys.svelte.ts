import type { Word } from './words.svelte';

/** Whether the sheet of keys is open. */
export const sheet = $state({ open: false });

const FIELDS = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable]';

/** Whether a key is written into something, and so is no word to the page. */
export const isTyped = (event: KeyboardEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || (event.target instanceof Element && event.target.matches(FIELDS));

/** Whether a key asks for what can be done with what has the focus. */
export const asksForMenu = (event: KeyboardEvent): boolean =>
  event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);

/** What each key does, and where. A key is told as it stands on the keyboard; those of a row do one thing each. */
export const KEYS: { where: Word; rows: { keys: string[]; does: Word[] }[] }[] = [
  {
    where: 'keysEverywhere',
    rows: [
      { keys: ['?'], does: ['keys'] },
      { keys: ['Esc'], does: ['close'] },
      { keys: ['☰', 'Shift F10'], does: ['selectMenu'] },
    ],
  },
  {
    where: 'timeline',
    rows: [
      { keys: ['←', '→', '↑', '↓'], does: ['keyAround'] },
      { keys: ['Enter'], does: ['open'] },
      { keys: ['X'], does: ['keyChoose'] },
    ],
  },
  {
    where: 'keysPicture',
    rows: [
      { keys: ['←', '→'], does: ['previous', 'next'] },
      { keys: ['+', '−', '0'], does: ['keyLarger', 'keySmaller', 'keyWhole'] },
      { keys: ['Shift ←', '→', '↑', '↓'], does: ['keyAlong'] },
      { keys: ['F'], does: ['selectFavourite'] },
      { keys: ['I'], does: ['aboutIt'] },
      { keys: ['L'], does: ['live'] },
      { keys: ['keySpace'], does: ['resume', 'pause'] },
    ],
  },
  {
    where: 'keysFilm',
    rows: [
      { keys: ['keySpace', 'K'], does: ['resume', 'pause'] },
      { keys: ['←', '→'], does: ['keySkip'] },
      { keys: ['PgUp', 'PgDn'], does: ['chapters'] },
      { keys: ['M'], does: ['mute'] },
      { keys: ['F'], does: ['fullScreen'] },
    ],
  },
  {
    where: 'samePerson',
    rows: [{ keys: ['keyYes', 'keyNo', 'keySpace'], does: ['yesSame', 'noTwo', 'notSure'] }],
  },
];
