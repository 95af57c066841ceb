/** What the page tells of, where its place among the others does not say it; the window is called so. */
export const about = $state({ name: '' });

/** For an effect: the window is called so as long as the page is there. */
export function named(name: string | undefined): () => void {
  about.name = name ?? '';
  return () => (about.name = '');
}
