/** What is there of a film, or may be jumped to: stretches of seconds, in order. */
export interface Stretches {
  length: number;
  start(index: number): number;
  end(index: number): number;
}

/** So far before the end of what is there a film still plays on. */
const MARGIN = 0.25;

const holds = (stretches: Stretches, time: number) => {
  for (let i = 0; i < stretches.length; i++) {
    if (stretches.start(i) <= time && time <= stretches.end(i)) return true;
  }
  return false;
};

/**
 * Whether a film in the making can be at a time now. Browsers go back to the beginning when they are sent to where they
 * cannot go.
 */
export const canBeAt = (time: number, there: Stretches, allowed: Stretches) =>
  holds(there, time) && holds(there, time + MARGIN) && holds(allowed, time);
