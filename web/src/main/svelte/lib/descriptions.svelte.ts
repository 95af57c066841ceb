// What pictures show, in words for who does not see them: asked of the service for all on a page at once.
import { SvelteMap } from 'svelte/reactivity';
import { get } from './api';
import { route } from './route.svelte';
import { language } from './words.svelte';

/** Of how many pictures the service tells at once. */
const MOST = 100;
/** How long others are waited for, in milliseconds. */
const PAUSE = 120;

const known = new SvelteMap<number, string>();
const asked = new Set<number>();
let wanted: number[] = [];
let timer = 0;

// Names change, and so does what may be told: each page asks anew.
$effect.root(() => {
  $effect(() => {
    void [route.path, language.code];
    known.clear();
    asked.clear();
    wanted = [];
  });
});

async function ask() {
  timer = 0;
  const all = wanted;
  wanted = [];
  for (let from = 0; from < all.length; from += MOST) {
    try {
      const assets = all.slice(from, from + MOST).join(',');
      const told = await get<{ pictures: { asset: number; words: string }[] }>(`/descriptions?assets=${assets}`);
      for (const { asset, words } of told.pictures) if (asked.has(asset)) known.set(asset, words);
    } catch {
      // The picture is there all the same, and whoever lost the service is told elsewhere.
    }
  }
}

/**
 * What a picture shows, such as "Anna at the beach, July 2023"; nothing until it is told, or when nothing is known.
 *
 * @param before which picture it is, where several may show the same
 */
export function described(asset: number, before = ''): string {
  if (asset && !asked.has(asset)) {
    asked.add(asset);
    wanted.push(asset);
    timer ||= window.setTimeout(ask, PAUSE);
  }
  return [before, known.get(asset)].filter(Boolean).join(': ');
}
