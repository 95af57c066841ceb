// The ratio of a picture's width to its height as one character, as the service writes it: from '#' for 1:4 to '~' for
// 8:1, in even steps of the ratio's logarithm.
const FIRST = '#'.charCodeAt(0);
const STEPS = '~'.charCodeAt(0) - FIRST;
const NARROWEST = 1 / 4;
const RATIOS = Array.from({ length: STEPS + 1 }, (_, at) => NARROWEST * Math.pow(8 / NARROWEST, at / STEPS));

/** The ratio that stands at a place of a text; 1 where none does. */
export const ratioAt = (shapes: string, at: number): number => RATIOS[shapes.charCodeAt(at) - FIRST] ?? 1;
