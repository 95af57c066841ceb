/** What a choice can be about. */
export const kinds = ['person', 'place', 'dates', 'kind', 'holiday', 'tag', 'folder', 'pair', 'photo'] as const;
export type Kind = (typeof kinds)[number];

/** As the service writes it: what it is, a colon, and which. */
export const subject = (kind: Kind, value: string) => `${kind}:${value.trim()}`;

/** @param to the first day once more where it is left empty */
export const days = (from: string, to: string) => subject('dates', `${from}..${to || from}`);

/** What a subject is, and which, in few words; one photo has none, and is shown. */
export function told(written: string): { kind: Kind; value: string } {
  const colon = written.indexOf(':');
  const kind = written.slice(0, colon) as Kind;
  const value = written.slice(colon + 1);
  if (kind === 'photo') return { kind, value: '' };
  return { kind, value: kind === 'dates' ? value.replace('..', ' – ') : value };
}
