import { decide, download, film } from './deeds';
import type { Word } from './words.svelte';

/** Something that can be done with pictures. */
export interface Offer {
  word: Word;
  icon: 'heart' | 'never' | 'clock' | 'film' | 'download';
  act: () => void;
}

/**
 * What can be done with pictures, the same in every place where they are chosen.
 *
 * @param favourite whether all of them are favourites
 * @param changed what follows on the page when something of them has changed
 * @param askDate asks for a date
 */
export const offers = (assets: number[], favourite: boolean, changed: () => void, askDate: () => void): Offer[] => [
  {
    word: favourite ? 'selectNoFavourite' : 'selectFavourite',
    icon: 'heart',
    act: () => void decide(assets, 'favourite', !favourite, changed),
  },
  { word: 'albumFilm', icon: 'film', act: () => void film(assets) },
  { word: 'download', icon: 'download', act: () => void download(assets) },
  { word: 'selectDate', icon: 'clock', act: askDate },
  { word: 'selectNever', icon: 'never', act: () => void decide(assets, 'never', true, changed) },
];
