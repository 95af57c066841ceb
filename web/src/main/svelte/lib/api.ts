// What the API takes and gives; /api/openapi.json describes it.
export interface Card {
  id: string;
  kind: string;
  title: string;
  subtitle: string;
  firstDay: string;
  lastDay: string;
  cover: number;
  shots: number;
  mood: string;
  ready: boolean;
}
export interface Finding {
  about: string;
  health: 'well' | 'note' | 'ill';
  words: string;
  language: string;
}
export interface Shelf {
  day: string;
  today: Card[];
  others: Card[];
}
export interface Shot {
  asset: number;
  clip: boolean;
  role: string;
  reason: string;
}
export interface Chapter {
  name: string;
  start: number;
  end: number;
}
export interface Memory {
  card: Card;
  shots: Shot[];
  moods: string[];
  lengths: string[];
  made: string[];
  /** How many links keep showing a film of it as it was before it was changed. */
  earlierLinks: number;
}
export interface Reason {
  asset: number;
  reason: string;
  showable: boolean;
}
/** Two faces, each the clearest of its person, who may be one. */
export interface Pair {
  one: { face: number; person: number; name: string };
  other: { face: number; person: number; name: string };
  likeness: number;
}
/** A memory to be edited; mood and music are empty for those that Keepsake chooses. */
export interface Editing {
  edited: boolean;
  title: string;
  subtitle: string;
  toldTitle: string;
  toldSubtitle: string;
  toldMood: string;
  mood: string;
  piece: number;
  music: string;
  shots: Shot[];
  earlierLinks: number;
}
export interface Explanation {
  why: string;
  chosen: Reason[];
  notChosen: Reason[];
}
export interface Job {
  id: number;
  kind: string;
  subject: string;
  background: boolean;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped';
  task: string;
  done: number;
  total: number;
  message: string;
}
export interface Person {
  id: number;
  name: string;
  hidden: boolean;
  pet: boolean;
  pictures: number;
  feature: 'normal' | 'less' | 'never' | 'favourite';
}
export interface Picture {
  id: number;
  hash: string;
  clip: boolean;
  width: number;
  height: number;
  seconds: number;
  takenAt?: string | null;
  place: string;
  camera: string;
  file: string;
  favourite: boolean;
  people: number[];
}
export interface Choice {
  id: number;
  stance: string;
  subject: string;
  note: string;
  at: string;
}
export interface Status {
  pictures: number;
  memories: number;
  films: number;
  background: boolean;
  waitsFor: string[];
  work: Job[];
  problemCount: number;
  problems: { file: string; reason: string }[];
}
export interface Settings {
  folders: string[];
  language: string;
  background: boolean;
  thumbnailMegabytes: number;
  cores: number;
  allCores: number;
  password: boolean;
  /** Whether others than this machine reach the service, so that the password must stay. */
  reachable: boolean;
  suggestions: string[];
}
export interface Share {
  id: string;
  memory: string;
  title: string;
  expires: string;
  password: boolean;
  viewsLeft: number;
  /** "before": the film as it was before its memory was changed; "nothing": something in it was hidden. */
  shows: 'now' | 'before' | 'nothing';
}

/** A part of a map, in degrees. */
export interface Area {
  west: number;
  south: number;
  east: number;
  north: number;
}
/** An area as a request names it. */
export const sides = (area: Area) => [area.west, area.south, area.east, area.north].map((side) => side.toFixed(6)).join();

/** Pictures that lie together on a map. */
export interface Cluster {
  latitude: number;
  longitude: number;
  count: number;
  cover: number;
  place: string;
  area: Area;
}

/** Places that films are sent to, and what can be set up. */
export interface Targets {
  targets: { name: string; kind: string }[];
  kinds: { kind: string; fields: { name: string; required: boolean; secret: boolean; example: string }[] }[];
  presets: { name: string; aspect: string; size: string; length: string; megabytes: number }[];
}

export interface Holdings {
  people: number;
  named: number;
  faces: number;
  corrections: number;
  choices: number;
  edits: number;
  requests: number;
  showings: number;
  unsure: number;
  settings: number;
  places: number;
}
/** What a backup holds, and what bringing it back does, or would do. */
export interface BackupTold {
  made: string;
  keepsake: string;
  secrets: boolean;
  holds: Holdings;
  leftOut: string[];
  folders: string[];
  outcome: {
    said: {
      peopleFound: number;
      peopleNew: number;
      facesFound: number;
      facesExpected: number;
      corrections: number;
      choices: number;
      edits: number;
      requests: number;
      showings: number;
      unsure: number;
    };
    settings: string[];
    places: string[];
    passwords: string[];
  };
  before: string;
}

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

/** What to do when the service is lost, and when it answers again. */
export const connection: { changed: (lost: boolean) => void } = { changed: () => {} };

async function reach(path: string, request: RequestInit): Promise<Response> {
  try {
    const response = await fetch('/api' + path, request);
    // The service worker answers from what it kept.
    connection.changed(response.headers.has('X-Keepsake-Kept'));
    return response;
  } catch (failure) {
    connection.changed(true);
    throw failure;
  }
}

export async function call<T = void>(method: string, path: string, body?: unknown): Promise<T> {
  const file = body instanceof Blob;
  const response = await reach(path, {
    method,
    headers: {
      'X-Keepsake': '1',
      ...(body === undefined ? {} : { 'Content-Type': file ? 'application/zip' : 'application/json' }),
    },
    body: body === undefined ? undefined : file ? body : JSON.stringify(body),
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

function refuse(response: Response, text: string): void {
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

export const get = <T>(path: string) => call<T>('GET', path);
export const thumbnail = (asset: number, size: 'grid' | 'view' = 'grid') =>
  `/api/assets/${asset}/thumbnail?size=${size}`;
/** A film's address below /api. */
export const film = (memory: string, mood: string, length: string) =>
  `/memories/${memory}/films/${mood}/${length}`;
