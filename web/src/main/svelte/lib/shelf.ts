// The parts of the first page, and what can be said of a memory there.
import type { Editing, Section, Shelf } from './api';
import type { Word } from './words.svelte';

const HEADINGS: Record<string, Word> = {
  pinned: 'partPinned',
  new: 'partNew',
  trips: 'partTrips',
  people: 'partPeople',
  years: 'partYears',
  places: 'partPlaces',
  others: 'more',
};

/** The parts below those of today, each with its heading; what these pages do not know stands under the last one. */
export const below = (sections: Section[]): { part: string; heading: Word; cards: Section['cards'] }[] =>
  sections
    .filter((section) => section.part !== 'today')
    .map((section) => ({ ...section, heading: HEADINGS[section.part] ?? 'more' }));

/** Memories that are in none of the parts. */
export function beyond(shelf: Shelf): Shelf['others'] {
  const there = new Set(shelf.sections.flatMap((section) => section.cards.map((card) => card.id)));
  return shelf.others.filter((card) => !there.has(card.id));
}

/** Whether the first card of a part is a large one: of few cards none stands out. */
export const leads = (part: string, count: number): boolean => count > 3 && part !== 'others';

/** An edit that changes nothing but the title. */
export const renamed = (before: Editing, title: string) => ({
  title,
  subtitle: before.subtitle,
  mood: before.mood,
  piece: before.piece,
  music: before.music,
  shots: before.shots.map((shot) => shot.asset),
  motions: before.motions,
});
