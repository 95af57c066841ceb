import type { FolderEntry } from './schema';

/** Which files are listed beside folders. */
export type Files = 'folders' | 'music' | 'zip' | 'db';

/** A folder on the way to another. */
export interface Crumb {
  name: string;
  path: string;
}

/** The folders on the way to one, from where the tree begins, which is "/" or a drive. */
export function crumbs(path: string): Crumb[] {
  const mark = path.includes('\\') ? '\\' : '/';
  const names = path.split(mark).filter(Boolean);
  const root = path.startsWith('/') ? [{ name: '/', path: '/' }] : [];
  return root.concat(
    names.map((name, at) => {
      const upTo = names.slice(0, at + 1).join(mark);
      return { name, path: mark === '/' ? `/${upTo}` : at ? upTo : `${upTo}\\` };
    }),
  );
}

/** Why a folder cannot be chosen, as the word for it; undefined where the service's own words must do. */
const reasons = {
  gone: 'folderGone',
  file: 'folderIsFile',
  unreadable: 'folderUnreadable',
  system: 'folderOfSystem',
  stalled: 'folderStalled',
  invalid: 'folderInvalid',
} as const;
export const reason = (code: string) =>
  Object.hasOwn(reasons, code) ? reasons[code as keyof typeof reasons] : undefined;

/** What a starting place is called: its own name, or a word where it has none that people use. */
export const placeWord = ({ sort }: FolderEntry) =>
  sort === 'home' ? 'folderHome' : sort === 'machine' ? 'folderMachine' : undefined;

/** Such as 1200 for 1234: what is counted roughly is told roughly. */
export function roughly(count: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  return Math.floor(count / step) * step;
}

/** What a folder is called: its last name, or all of it where it has none. */
export const nameOf = (path: string) => path.split(/[/\\]/).findLast(Boolean) ?? path;
