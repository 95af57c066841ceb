import { call, get, type Person } from './api';

/** So many faces are offered: who took the pictures is on some of them. */
const OFFERED = 12;

/** Among whom somebody finds themselves, those in most pictures first; nobody where it is known who they are. */
export async function candidates(): Promise<Person[]> {
  const { people } = await get<{ people: Person[] }>('/people?all=true');
  const seen = people.filter((one) => !one.hidden && !one.pet);
  if (seen.some((one) => one.relation === 'me')) return [];
  return seen.toSorted((a, b) => b.pictures - a.pictures || a.id - b.id).slice(0, OFFERED);
}

/** Says that somebody in the pictures is who sits here. */
export const thatIsMe = (person: Person, name: string) =>
  call('PATCH', `/people/${person.id}`, { relation: 'me', ...(name ? { name } : {}) });
