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

/**
 * Those that have a mark of their own on a bar of some width: each mark is as wide as a finger needs it, and they do not
 * lie over one another.
 *
 * @param total length of the film in seconds
 * @param width of the bar in pixels
 * @param least width of a mark in pixels
 */
export function marked(chapters: Chapter[], total: number, width: number, least: number): Chapter[] {
  let end = 0;
  return chapters.filter((chapter) => {
    // The first mark begins where the bar does; others lie around their time.
    const from = Math.max(0, (chapter.start / total) * width - least / 2);
    if (from < end) return false;
    end = from + least;
    return true;
  });
}

/** Where the next chapter begins, or this one, or the one before where this one has hardly begun; undefined after the last. */
export function turned(chapters: Chapter[], time: number, by: 1 | -1): number | undefined {
  if (by > 0) return chapters.find((one) => one.start > time + 0.3)?.start;
  return chapters.findLast((one) => one.start < time - 1.5)?.start ?? 0;
}
