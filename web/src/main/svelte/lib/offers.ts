import { decide, download, film } from './deeds';
import type { Word } from './words.svelte';

/** Something that can be done with pictures. */
export interface Offer {
  word: Word;
  icon: 'heart' | 'never' | 'unfilmed' | 'clock' | 'film' | 'download' | 'info';
  act: () => void;
}

/** What holds of all pictures that something can be done with. */
export interface State {
  favourite: boolean;
  /** Whether no memory may show them. */
  never?: boolean;
}

/**
 * What can be done with pictures, the same in every place where they are chosen.
 *
 * @param changed what follows on the page when something of them has changed
 * @param askDate asks for a date
 */
export const offers = (
  assets: number[],
  { favourite, never = false }: State,
  changed: () => void,
  askDate: () => void,
): Offer[] => [
  {
    word: favourite ? 'selectNoFavourite' : 'selectFavourite',
    icon: 'heart',
    act: () => void decide(assets, 'favourite', !favourite, changed),
  },
  { word: 'albumFilm', icon: 'film', act: () => void film(assets) },
  { word: 'download', icon: 'download', act: () => void download(assets) },
  { word: 'selectDate', icon: 'clock', act: askDate },
  {
    word: never ? 'selectAgain' : 'selectNever',
    icon: 'unfilmed',
    act: () => void decide(assets, 'never', !never, changed),
  },
  { word: 'hidePicture', icon: 'never', act: () => void decide(assets, 'hide', true, changed) },
];
