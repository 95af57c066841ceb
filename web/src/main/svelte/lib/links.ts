import type { Settings } from './api';
import { reachOf } from './hosts';
import type { Word } from './words.svelte';

/** What links begin with. @param here the address under which the pages are open */
export const linkBase = (settings: Settings, here: string) => settings.publicAddress || here;

/** What to say of who can open links; undefined where all who have one perhaps can. */
export function linkWarning(settings: Settings, here: string): Word | undefined {
  if (!settings.reachable) return 'linkOnlyHere';
  const reach = reachOf(new URL(linkBase(settings, here)).hostname);
  return reach === 'machine' ? 'linkOtherName' : reach === 'network' ? 'linkNetwork' : undefined;
}
