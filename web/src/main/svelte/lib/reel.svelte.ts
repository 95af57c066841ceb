import type { Chapter, ShotTime } from './api';
import { lengthOf, turned } from './chapters';
import { canBeAt } from './seek';
import { seenAt, timeOf } from './shots';

/** A film that can be played, or the part of one that there is. */
export interface Source {
  src: string;
  /** Where its chapters are told, below /api. */
  chapters: string;
  /** Which film it is: the same while it is made and when it is complete. */
  film: string;
  /** Whether it is still made, so that one cannot be everywhere in it. */
  growing: boolean;
  /** Whether it goes on at the shot that was seen in the film before it, as one that was edited does. */
  goesOn?: boolean;
}

/** A film on the stage, and where it is. */
export class Reel {
  video = $state<HTMLVideoElement>();
  time = $state(0);
  duration = $state(0);
  paused = $state(true);
  chapters = $state<Chapter[]>([]);
  /** When its shots are seen; none where that is not known. */
  shots = $state<ShotTime[]>([]);
  /** Whether it has come to the edge of what there is. */
  waits = $state(false);
  /** Where it goes as soon as it is there. */
  wish = $state<number>();

  constructor(readonly source: Source) {}

  get total() {
    return lengthOf(this.chapters, this.duration);
  }

  /** Where it is, or will be. */
  get place() {
    return this.wish ?? this.time;
  }

  /** The same at this moment, which the page learns of a little later. */
  get now() {
    return this.wish ?? this.video?.currentTime ?? 0;
  }

  /** Goes to a time, or plays on until that is there. */
  jump(to: number) {
    if (!this.video) return;
    const wanted = Math.max(0, Math.min(to, this.total || to));
    if (!Number.isFinite(wanted)) return;
    const { buffered, seekable } = this.video;
    if (this.source.growing && !canBeAt(wanted, buffered, seekable)) {
      this.wish = wanted;
    } else {
      this.wish = undefined;
      this.video.currentTime = wanted;
    }
  }

  skip(seconds: number) {
    this.jump(this.now + seconds);
  }

  /** To the next chapter, or to the beginning of this one or the one before. */
  turn(by: 1 | -1) {
    const to = turned(this.chapters, this.now, by);
    if (to !== undefined) this.jump(to);
  }

  /** What is seen where it is. */
  get seen() {
    return seenAt(this.shots, this.time);
  }

  /** To where an asset is seen; false where it is not. */
  show(asset: number): boolean {
    const at = timeOf(this.shots, asset);
    // A little after the cut, where the one before has faded.
    if (at) this.jump(at.start + Math.min(0.4, (at.end - at.start) / 3));
    return at !== undefined;
  }

  /** More of it may be there. */
  look() {
    if (this.wish !== undefined) this.jump(this.wish);
  }

  toggle() {
    if (this.video?.paused) void this.video.play().catch(() => {});
    else this.video?.pause();
  }
}
