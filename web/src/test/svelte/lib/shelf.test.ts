import { expect, test } from 'vitest';
import type { Card, Editing, Shelf } from '../../../main/svelte/lib/api';
import { below, beyond, leads, renamed } from '../../../main/svelte/lib/shelf';

const card = (id: string) => ({ id }) as Card;

const shelf: Shelf = {
  day: '2024-06-01',
  today: [card('a')],
  others: [card('b'), card('c')],
  sections: [
    { part: 'today', cards: [card('a')] },
    { part: 'trips', cards: [card('b')] },
    { part: 'something newer', cards: [] },
  ],
};

test('parts stand under their headings, those of a newer service under the last one', () => {
  expect(below(shelf.sections).map((one) => one.heading)).toEqual(['partTrips', 'more']);
});

test('what is in no part is beyond them', () => {
  expect(beyond(shelf).map((one) => one.id)).toEqual(['c']);
});

test('of few cards none stands out', () => {
  expect([leads('trips', 3), leads('trips', 4), leads('others', 9)]).toEqual([false, true, false]);
});

test('who renames a memory changes nothing else', () => {
  const before = {
    title: 'Lisbon',
    subtitle: 'May',
    mood: 'happy',
    piece: 2,
    music: '/song.mp3',
    shots: [{ asset: 7 }, { asset: 3 }],
    motions: [{ asset: 3, moves: true }],
  } as Editing;
  expect(renamed(before, 'Ours')).toEqual({
    title: 'Ours',
    subtitle: 'May',
    mood: 'happy',
    piece: 2,
    music: '/song.mp3',
    shots: [7, 3],
    motions: [{ asset: 3, moves: true }],
  });
});
