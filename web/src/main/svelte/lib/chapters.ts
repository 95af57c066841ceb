import type { Chapter } from './api';

/** How long a film will be: one in the making is as long as its story. */
export const lengthOf = (chapters: Chapter[], duration: number) =>
  chapters.at(-1)?.end || (Number.isFinite(duration) ? duration : 0);

/** The chapter that is seen at a time. */
export const chapterAt = (chapters: Chapter[], time: number) =>
  chapters.findLast((chapter) => chapter.start <= time + 0.05);

/** How much of a chapter lies before a time, 0 to 1. */
export const seenOf = (chapter: Chapter, time: number) =>
  Math.min(1, Math.max(0, (time - chapter.start) / (chapter.end - chapter.start)));

/** Where the next chapter begins, or this one, or the one before where this one has hardly begun; undefined after the last. */
export function turned(chapters: Chapter[], time: number, by: 1 | -1): number | undefined {
  if (by > 0) return chapters.find((one) => one.start > time + 0.3)?.start;
  return chapters.findLast((one) => one.start < time - 1.5)?.start ?? 0;
}
