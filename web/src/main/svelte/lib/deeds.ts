// What is done with pictures, one or many; what can be undone offers it.
import { call, type Memory } from './api';
import { gone } from './gone.svelte';
import { say, sorry } from './notice.svelte';
import { go } from './route.svelte';
import { t, type Word } from './words.svelte';

/** The service takes so many at once. */
const MOST = 2000;

export type Stance = 'favourite' | 'never' | 'hide';

const parts = (assets: number[]) =>
  Array.from({ length: Math.ceil(assets.length / MOST) }, (_, i) => assets.slice(i * MOST, (i + 1) * MOST));

/** Those of which the opposite held before, and the words by which that is taken back. */
interface Chosen {
  changed: number[];
  undos: string[];
}

async function choose(assets: number[], stance: Stance, wanted: boolean): Promise<Chosen> {
  const all: Chosen = { changed: [], undos: [] };
  for (const part of parts(assets)) {
    const answer = await call<{ assets: number[]; undo: string }>('POST', '/selection/choices', {
      assets: part,
      stance,
      wanted,
    });
    all.changed.push(...answer.assets);
    if (answer.undo) all.undos.push(answer.undo);
  }
  return all;
}

/** The pages show no picture that is hidden, and show it when it is not any more. */
function mark(assets: number[], hidden: boolean): void {
  for (const one of assets) {
    if (hidden) gone.add(one);
    else gone.delete(one);
  }
}

const DONE: Record<Stance, [Word, Word]> = {
  favourite: ['favouriteMade', 'favouriteTaken'],
  never: ['neverMade', 'neverTaken'],
  hide: ['hiddenMade', 'hiddenTaken'],
};

/** @param after what follows on the page when it is done, and when it is undone */
export async function decide(assets: number[], stance: Stance, wanted: boolean, after: () => void): Promise<void> {
  try {
    const { changed, undos } = await choose(assets, stance, wanted);
    if (stance === 'hide') mark(assets, wanted);
    after();
    if (!changed.length) {
      // What a file itself says is not taken back: originals are only read.
      say(t(wanted || stance !== 'favourite' ? DONE[stance][wanted ? 0 : 1] : 'favouriteOfFile', assets.length));
      return;
    }
    say(t(DONE[stance][wanted ? 0 : 1], changed.length), t('undo'), async () => {
      try {
        for (const undo of undos) await call('POST', '/selection/undo', { undo });
        if (stance === 'hide') mark(changed, !wanted);
        after();
      } catch (failure) {
        sorry(failure);
      }
    });
  } catch (failure) {
    sorry(failure);
  }
}

/** Says when pictures were taken, or by how much their clock was wrong; whether it was said. */
export async function date(
  assets: number[],
  words: { date: string; shift: string },
  after: () => void,
): Promise<boolean> {
  try {
    const sayings: number[] = [];
    let noted = 0;
    let left = 0;
    for (const part of parts(assets)) {
      const said = await call<{ saying?: { id: number; pictures: number } | null; left: number }>('POST', '/dates', {
        assets: part,
        ...words,
      });
      if (said.saying) sayings.push(said.saying.id);
      noted += said.saying?.pictures ?? 0;
      left += said.left;
    }
    after();
    const text = [noted ? t('datesSet', noted) : '', left ? t('datesLeft', left) : ''].filter(Boolean).join(' ');
    if (!sayings.length) say(text);
    else {
      say(text, t('undo'), async () => {
        try {
          for (const id of sayings) await call('DELETE', `/dates/${id}`);
          after();
        } catch (failure) {
          sorry(failure);
        }
      });
    }
    return true;
  } catch (failure) {
    sorry(failure);
    return false;
  }
}

/** Makes a memory of pictures; its page makes the film, and plays it meanwhile. */
export async function film(assets: number[]): Promise<void> {
  try {
    say(t('albumAsking'));
    const made = await call<Memory>('POST', '/selection/memory', { assets });
    go(`/memory/${made.card.id}`);
    say('');
  } catch (failure) {
    sorry(failure);
  }
}

/** Fetches the files themselves: one as it is, more in one archive. */
export async function download(assets: number[]): Promise<void> {
  try {
    const link = document.createElement('a');
    link.download = '';
    link.href =
      assets.length === 1
        ? `/api/assets/${assets[0]}/original`
        : (await call<{ path: string }>('POST', '/selection/downloads', { assets })).path;
    document.body.append(link);
    link.click();
    link.remove();
  } catch (failure) {
    sorry(failure);
  }
}
