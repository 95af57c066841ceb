// Made by types.mjs of docs/openapi.json: what the API takes and gives.
export interface AboutAbout {
  albums: AboutAlbum[];
  aperture: number;
  bytes: number;
  camera: string;
  country: string;
  doubt: string;
  exposure: number;
  files: string[];
  focalLength: number;
  format: string;
  iso: number;
  lens: string;
  memories: AboutMemory[];
  offset: string;
  people: AboutSomeone[];
  place: string;
  region: string;
  source: string;
  spot?: AboutSpot | null;
  taken: string;
  text: string[];
}
export interface AboutAlbum {
  id: number;
  title: string;
}
export interface AboutMemory {
  cover: number;
  id: string;
  subtitle: string;
  title: string;
}
export interface AboutSomeone {
  id: number;
  name: string;
}
export interface AboutSpot {
  latitude: number;
  longitude: number;
}
export interface AlbumAll {
  albums: AlbumCard[];
}
export interface AlbumCard {
  count: number;
  cover: number;
  description: string;
  firstDay?: string | null;
  id: number;
  lastDay?: string | null;
  shared: boolean;
  title: string;
}
export interface AlbumFull {
  assets: number[];
  card: AlbumCard;
}
export interface Area {
  east: number;
  north: number;
  south: number;
  west: number;
}
export interface BackupAll {
  nightly: BackupKept[];
  uploaded: boolean;
}
export interface BackupHoldings {
  choices: number;
  corrections: number;
  dates: number;
  edits: number;
  faces: number;
  named: number;
  people: number;
  places: number;
  requests: number;
  settings: number;
  showings: number;
  unsure: number;
}
export interface BackupKept {
  bytes: number;
  name: string;
}
export interface BackupTaken {
  holds: BackupHoldings;
  leftOut: string[];
  name: string;
}
export interface BackupTaking {
  secrets: boolean;
}
export interface BackupTold {
  before: string;
  folders: string[];
  holds: BackupHoldings;
  keepsake: string;
  leftOut: string[];
  made: string;
  outcome: LibraryBackupOutcome;
  secrets: boolean;
}
export interface BackupWanted {
  folders: Record<string, unknown>;
  name: string;
  replace: boolean;
}
export interface ChoiceAll {
  choices: ChoiceChoiceTold[];
  hidden: number;
}
export interface ChoiceChoiceTold {
  asset: number;
  at: string;
  id: number;
  note: string;
  stance: string;
  subject: string;
}
export interface ChoiceWanted {
  note: string;
  stance: string;
  subject: string;
}
export interface ClustersCluster {
  area: Area;
  count: number;
  cover: number;
  latitude: number;
  longitude: number;
  place: string;
}
export interface DateAll {
  groups: DateGroup[];
  sayings: DateSaying[];
}
export interface DateGroup {
  assets: number[];
  camera: string;
  count: number;
  doubt: string;
  first?: string | null;
  folder: string;
  last?: string | null;
}
export interface DateSaid {
  left: number;
  saying?: DateSaying | null;
}
export interface DateSaying {
  at: string;
  id: number;
  pictures: number;
}
export interface DateWanted {
  assets: number[];
  date: string;
  shift: string;
}
export interface DoorDoor {
  needed: boolean;
  open: boolean;
}
export interface DoorNewPassword {
  old?: string | null;
  password: string;
}
export interface DoorPassword {
  password: string;
}
export interface DoubtPair {
  likeness: number;
  one: DoubtSomeone;
  other: DoubtSomeone;
  pet: boolean;
}
export interface DoubtPairs {
  pairs: DoubtPair[];
  undo: string;
}
export interface DoubtSaid {
  answer: string;
  face: number;
  other: number;
}
export interface DoubtSomeone {
  asset: number;
  box: number[];
  face: number;
  name: string;
  person: number;
  pictures: number;
  takenAt?: string | null;
}
export interface EditDetail {
  asset: number;
  caption: string;
  captioned: boolean;
  hold: string;
}
export interface EditEditing {
  details: EditDetail[];
  earlierLinks: number;
  edited: boolean;
  mood: string;
  motions: EditMotion[];
  music: string;
  piece: number;
  shots: MemoryShotTold[];
  subtitle: string;
  title: string;
  toldMood: string;
  toldSubtitle: string;
  toldTitle: string;
}
export interface EditMotion {
  asset: number;
  moves: boolean;
}
export interface EditWanted {
  details?: EditDetail[] | null;
  mood: string;
  motions?: EditMotion[] | null;
  music: string;
  piece: number;
  shots: number[];
  subtitle: string;
  title: string;
}
export interface EncoderChosen {
  folder: string;
}
export interface EncoderTold {
  folder: string;
  seen: number;
  unseen: number;
}
export interface FilmChapterTold {
  end: number;
  name: string;
  start: number;
}
export interface FilmChapters {
  chapters: FilmChapterTold[];
  shots: FilmShotTold[];
}
export interface FilmFilmState {
  job?: FilmJobTold | null;
  ready: boolean;
}
export interface FilmJobTold {
  background: boolean;
  done: number;
  id: number;
  kind: string;
  message: string;
  state: string;
  subject: string;
  task: string;
  total: number;
}
export interface FilmShotTold {
  asset: number;
  end: number;
  start: number;
}
export interface FilmWork {
  jobs: FilmJobTold[];
}
export interface FolderAsked {
  files: string;
  folder: string;
}
export interface FolderCounted {
  folder: string;
}
export interface FolderEntry {
  leadsTo: string;
  name: string;
  path: string;
  sort: string;
}
export interface FolderListing {
  asked: string;
  entries: FolderEntry[];
  folder: string;
  more: boolean;
  parent: string;
}
export interface HealthFinding {
  about: string;
  health: string;
  language: string;
  words: string;
}
export interface HealthHealth {
  findings: HealthFinding[];
  waitsFor: string[];
}
export interface HiddenHidden {
  pictures: number[];
  untold: number;
}
export interface LibraryBackupOutcome {
  passwords: string[];
  places: string[];
  said: Restored;
  settings: string[];
}
export interface LivePhotosMoving {
  from: number;
  sound: boolean;
  to: number;
}
export interface MapClustered {
  clusters: ClustersCluster[];
}
export interface MapOverview {
  located: number;
  pictures: number;
  places: ClustersCluster[];
}
export interface MapPictures {
  assets: number[];
  total: number;
}
export interface MemoryCard {
  asked: boolean;
  cover: number;
  firstDay: string;
  id: string;
  kind: string;
  lastDay: string;
  mood: string;
  pinned: boolean;
  ready: boolean;
  shots: number;
  subtitle: string;
  title: string;
}
export interface MemoryExplained {
  chosen: MemoryReason[];
  notChosen: MemoryReason[];
  why: string;
}
export interface MemoryFitting {
  memories: MemoryCard[];
}
export interface MemoryFull {
  card: MemoryCard;
  earlierLinks: number;
  lengths: string[];
  made: string[];
  moods: string[];
  ownMusic: boolean;
  shots: MemoryShotTold[];
}
export interface MemoryLess {
  name: string;
  subject: string;
  what: string;
}
export interface MemoryNotAgain {
  subjects: MemoryLess[];
}
export interface MemoryReason {
  asset: number;
  reason: string;
  showable: boolean;
}
export interface MemoryRequest {
  words: string;
}
export interface MemorySection {
  cards: MemoryCard[];
  part: string;
}
export interface MemoryShelf {
  day: string;
  others: MemoryCard[];
  sections: MemorySection[];
  today: MemoryCard[];
}
export interface MemoryShotTold {
  asset: number;
  clip: boolean;
  live: boolean;
  reason: string;
  role: string;
}
export interface MusicAll {
  pieces: MusicPiece[];
}
export interface MusicChosen {
  file: string;
}
export interface MusicPiece {
  beats: boolean;
  file: string;
  id: string;
  memories: number;
  name: string;
  perMinute: number;
  seconds: number;
}
export interface PeopleAppearances {
  assets: number[];
  person: PeopleSomeone;
}
export interface PeopleBack {
  undo: string;
}
export interface PeopleChange {
  birthday?: string | null;
  feature?: string | null;
  hidden?: boolean | null;
  name?: string | null;
  relation?: string | null;
}
export interface PeopleEverybody {
  passersBy: number;
  people: PeopleSomeone[];
  questions: number;
  unsortedFaces: number;
}
export interface PeopleOther {
  other?: number | null;
  others?: number[] | null;
}
export interface PeoplePictures {
  assets: number[];
}
export interface PeopleSomeone {
  birthday: string;
  feature: string;
  hidden: boolean;
  id: number;
  name: string;
  pet: boolean;
  pictures: number;
  relation: string;
  undo: string;
}
export interface PeopleUndoable {
  undo: string;
}
export interface PersonCompanion {
  id: number;
  name: string;
  pictures: number;
}
export interface PersonFilm {
  cover: number;
  memory: string;
  subtitle: string;
  title: string;
}
export interface PersonLife {
  companions: PersonCompanion[];
  films: PersonFilm[];
  years: PersonYear[];
}
export interface PersonYear {
  age?: number | null;
  assets: number[];
  face: number;
  year?: number | null;
}
export interface PetAnimal {
  box: number[];
  face: number;
  kind: string;
  name: string;
  pet?: number | null;
}
export interface PetAnimals {
  animals: PetAnimal[];
  pets: string[];
}
export interface PetMet {
  id: number;
  name: string;
  undo: string;
}
export interface PetNamed {
  face: number;
  name: string;
}
export interface PictureCount {
  more: boolean;
  pictures: number;
}
export interface PictureDay {
  count: number;
  day: string;
  places: string[];
}
export interface PictureDescribed {
  asset: number;
  words: string;
}
export interface PictureDescriptions {
  pictures: PictureDescribed[];
}
export interface PictureKeptOutPage {
  hidden: number;
  pictures: PictureOut[];
  total: number;
}
export interface PictureMonth {
  count: number;
  cover: number;
  days: PictureDay[];
  month: string;
  shapes: string;
}
export interface PictureMonthFull {
  assets: number[];
  marks: string;
  month: string;
  seconds: number[];
}
export interface PictureOut {
  asset: number;
  hash: string;
  hidden: boolean;
  reason: string;
}
export interface PicturePicture {
  camera: string;
  clip: boolean;
  favourite: boolean;
  file: string;
  format: string;
  hash: string;
  height: number;
  id: number;
  moving?: LivePhotosMoving | null;
  never: boolean;
  people: number[];
  place: string;
  seconds: number;
  takenAt?: string | null;
  width: number;
}
export interface PictureTimeline {
  months: PictureMonth[];
  total: number;
}
export interface Preset {
  aspect: string;
  length: string;
  megabytes: number;
  name: string;
  size: string;
}
export interface ProblemShape {
  error: ProblemTold;
}
export interface ProblemTold {
  code: string;
  message: string;
  status: number;
}
export interface Restored {
  choices: number;
  corrections: number;
  dates: number;
  edits: number;
  facesExpected: number;
  facesFound: number;
  peopleFound: number;
  peopleNew: number;
  requests: number;
  showings: number;
  unsure: number;
}
export interface SearchAllKept {
  searches: SearchSaved[];
}
export interface SearchFitting {
  id: number;
  name: string;
}
export interface SearchFound {
  byWords: number;
  deeper: boolean;
  parts: SearchPart[];
  pictures: number[];
  suggestions: SearchSuggested[];
  total: number;
  unknown: string[];
  waits: boolean;
}
export interface SearchPart {
  alternative: boolean;
  begun: boolean;
  from: number;
  label: string;
  sort: string;
  to: number;
  without: boolean;
}
export interface SearchPeople {
  people: SearchFitting[];
}
export interface SearchSaved {
  cover: number;
  id: string;
  total: number;
  words: string;
}
export interface SearchSuggested {
  count: number;
  label: string;
  sort: string;
  words: string;
}
export interface SearchWanted {
  words: string;
}
export interface SelectionBack {
  undo: string;
}
export interface SelectionChanged {
  assets: number[];
  undo: string;
}
export interface SelectionChoice {
  assets: number[];
  stance: string;
  wanted: boolean;
}
export interface SelectionDownload {
  path: string;
  pictures: number;
}
export interface SelectionPictures {
  assets: number[];
}
export interface SettingAway {
  folder: string;
  standing: string;
}
export interface SettingChange {
  background?: boolean | null;
  cores?: number | null;
  language?: string | null;
  publicAddress?: string | null;
  thumbnailMegabytes?: number | null;
}
export interface SettingFolder {
  folder: string;
}
export interface SettingStatus {
  away: SettingAway[];
  background: boolean;
  due: boolean;
  films: number;
  memories: number;
  pictures: number;
  problemCount: number;
  problems: SettingUnreadable[];
  waitsFor: string[];
  work: FilmJobTold[];
}
export interface SettingTold {
  allCores: number;
  background: boolean;
  cores: number;
  folders: string[];
  language: string;
  password: boolean;
  publicAddress: string;
  reachable: boolean;
  suggestions: string[];
  thumbnailMegabytes: number;
}
export interface SettingUnreadable {
  file: string;
  reason: string;
}
export interface ShareAll {
  hidden: number;
  shares: ShareShareTold[];
}
export interface ShareClosed {
  cover: boolean;
  open: boolean;
  password: boolean;
  title: string;
}
export interface ShareKey {
  password: string;
}
export interface ShareMade {
  path: string;
}
export interface ShareOpened {
  cover: boolean;
  title: string;
}
export interface ShareShareTold {
  expires: string;
  id: string;
  length: string;
  memory: string;
  mood: string;
  password: boolean;
  shows: string;
  title: string;
  viewsLeft: number;
}
export interface ShareWanted {
  announced?: boolean | null;
  days: number;
  length: string;
  memory: string;
  mood: string;
  password: string;
  views: number;
}
export interface SourceAdded {
  greeting: SourceGreeting;
  sources: SourceTold[];
}
export interface SourceAll {
  sources: SourceTold[];
}
export interface SourceGreeting {
  account: string;
  missing: string[];
  missingToWrite: string[];
  program: string;
}
export interface SourceTold {
  address: string;
  favourites: boolean;
  kind: string;
  left: number;
  name: string;
  partners: boolean;
  photos: number;
  problem: string;
  read: string;
  sharedAlbums: boolean;
}
export interface SourceWanted {
  address: string;
  favourites: boolean;
  key: string;
  kind: string;
  name: string;
  partners: boolean;
  sharedAlbums: boolean;
}
export interface TakeoutChosen {
  files: string[];
}
export interface TakeoutExport {
  albums: string[];
  matched: number;
  missingParts: number[];
  name: string;
  parts: number;
  photos: number;
  problems: string[];
}
export interface TakeoutExports {
  exports: TakeoutExport[];
}
export interface TargetAll {
  kinds: TargetKindTold[];
  presets: Preset[];
  targets: TargetTargetTold[];
}
export interface TargetKindField {
  example: string;
  name: string;
  required: boolean;
  secret: boolean;
}
export interface TargetKindTold {
  fields: TargetKindField[];
  kind: string;
}
export interface TargetSending {
  mood: string;
  preset: string;
  target: string;
  words: string;
}
export interface TargetTargetTold {
  kind: string;
  name: string;
}
export interface TargetWanted {
  kind: string;
  name: string;
  values: Record<string, unknown>;
}
