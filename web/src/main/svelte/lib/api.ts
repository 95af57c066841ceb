// What the pages ask of the API, and how. What it gives is described by docs/openapi.json.
import type * as schema from './schema';

export type Card = schema.MemoryCard;
export type Album = schema.AlbumCard;
export type Finding = Omit<schema.HealthFinding, 'health'> & { health: 'well' | 'note' | 'ill' };
export type Shelf = schema.MemoryShelf;
/** A part of the first page. */
export type Section = schema.MemorySection;
/** What a memory is about, and there can be less of. */
export type Less = schema.MemoryLess;
export type Shot = schema.MemoryShotTold;
export type Chapter = schema.FilmChapterTold;
/** When a shot is seen in a film, in seconds. */
export type ShotTime = schema.FilmShotTold;
/** Music of the user's own that is kept; beats: whether it has a beat, perMinute of them. */
export type Piece = schema.MusicPiece;
/** How many links keep showing a film of it as it was before it was changed: earlierLinks. */
export type Memory = schema.MemoryFull;
export type Reason = schema.MemoryReason;
/** Two faces, each the clearest of its person, who may be one. */
export type Pair = schema.DoubtPair;
/** undo is the word by which the answer just given is taken back. */
export type Pairs = schema.DoubtPairs;
export type Asked = schema.DoubtSomeone;
export type Animal = schema.PetAnimal;
/** The animals of a picture, and the names of all pets. */
export type Animals = schema.PetAnimals;
/** A memory to be edited; mood and music are empty for those that Keepsake chooses. */
export type Editing = schema.EditEditing;
export type Explanation = schema.MemoryExplained;
export type Job = Omit<schema.FilmJobTold, 'state'> & { state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped' };
export type Person = Omit<schema.PeopleSomeone, 'feature'> & { feature: 'normal' | 'less' | 'never' | 'favourite' };
/** Somebody through the years, the last first; with films, and who is seen with them. */
export type Life = schema.PersonLife;
export type Picture = schema.PicturePicture;
/** All that is known of a picture. */
export type About = schema.AboutAbout;
export type MonthFull = schema.PictureMonthFull;
export type Sort = 'person' | 'place' | 'thing' | 'date' | 'kind' | 'camera' | 'text';
/** Words that were understood, from one position in the text to another. */
export type Part = Omit<schema.SearchPart, 'sort'> & { sort: Sort };
export type Suggested = Omit<schema.SearchSuggested, 'sort'> & { sort: Sort };
/** waits: whether asking again in a moment may tell more. */
export type Found = Omit<schema.SearchFound, 'parts' | 'suggestions'> & { parts: Part[]; suggestions: Suggested[] };
export type SavedSearch = schema.SearchSaved;
export type Choice = schema.ChoiceChoiceTold;
export type Status = Omit<schema.SettingStatus, 'work'> & { work: Job[] };
/** Pictures of one folder and camera whose dates are doubtful for one reason. */
export type DateGroup = schema.DateGroup;
export type DateSaying = schema.DateSaying;
export type DatesTold = schema.DateAll;
/** reachable: whether others than this machine reach the service, so that the password must stay. */
export type Settings = schema.SettingTold;
/** "before": the film as it was before its memory was changed; "nothing": something in it was hidden. */
export type Share = Omit<schema.ShareShareTold, 'shows'> & { shows: 'now' | 'before' | 'nothing' };

/** What a link's page may know; title is empty, and cover false, before it is opened, unless the owner lets them be told. */
export type Shared = schema.ShareClosed;

/** A part of a map, in degrees. */
export type Area = schema.Area;

/** Pictures that lie together on a map. */
export type Cluster = schema.ClustersCluster;

/** Places that films are sent to, and what can be set up. */
export type Targets = schema.TargetAll;

/** Where another program keeps photos; read is empty before it was read to its end. */
export type Source = schema.SourceTold;
/** How one answered; missing: permissions that its key lacks. */
export type SourceGreeting = schema.SourceGreeting;
export type SourceAdded = schema.SourceAdded;

export type Holdings = schema.BackupHoldings;
/** What a backup holds, and what bringing it back does, or would do. */
export type BackupTold = schema.BackupTold;

/** What the service says is wrong, in words for people. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** What to do when the service is lost, and when it answers again, and how to say it. */
export const connection: { changed: (lost: boolean) => void; words: () => string } = {
  changed: () => {},
  words: () => 'unreachable',
};

/** A connection that breaks once, as one does that was idle, is not lost yet: what changes nothing is asked again. */
const AGAIN = 400;

async function ask(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(path, request);
  } catch (failure) {
    if (request.signal?.aborted || (request.method ?? 'GET') !== 'GET') throw failure;
    await new Promise((done) => setTimeout(done, AGAIN));
    return fetch(path, request);
  }
}

async function reach(path: string, request: RequestInit): Promise<Response> {
  try {
    const response = await ask('/api' + path, request);
    // The service worker answers from what it kept.
    connection.changed(response.headers.has('X-Keepsake-Kept'));
    return response;
  } catch (failure) {
    // Who asks no more has lost nothing; others are not told in a browser's own words.
    if (request.signal?.aborted) throw failure;
    connection.changed(true);
    throw new Refusal(0, 'unreachable', connection.words());
  }
}

/** @param signal ends the waiting, and with it the work if nobody else waits for it */
export async function call<T = void>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  const file = body instanceof Blob;
  const kind = file ? body.type || 'application/octet-stream' : 'application/json';
  const response = await reach(path, {
    method,
    headers: {
      'X-Keepsake': '1',
      ...(body === undefined ? {} : { 'Content-Type': kind }),
    },
    body: body === undefined ? undefined : file ? body : JSON.stringify(body),
    signal,
  });
  const text = await response.text();
  refuse(response, text);
  return (text ? JSON.parse(text) : undefined) as T;
}

/** A file, to be saved. */
export async function blob(path: string): Promise<Blob> {
  const response = await reach(path, {});
  if (!response.ok) refuse(response, await response.text());
  return response.blob();
}

/** Throws what an answer that is none says, in its text where that is the service's own. */
export function refuse(response: Response, text: string): void {
  if (!response.ok) {
    let message = response.statusText;
    let code = '';
    try {
      ({ message, code } = JSON.parse(text).error);
    } catch {
      // No answer of the service itself.
    }
    throw new Refusal(response.status, code, message);
  }
}

export const get = <T>(path: string, signal?: AbortSignal) => call<T>('GET', path, undefined, signal);
export const thumbnail = (asset: number, size: 'grid' | 'view' = 'grid') =>
  `/api/assets/${asset}/thumbnail?size=${size}`;
/** A film's address below /api. */
export const film = (memory: string, mood: string, length: string) => `/memories/${memory}/films/${mood}/${length}`;
