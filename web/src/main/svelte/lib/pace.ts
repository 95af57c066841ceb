/** How far work was at a time, in milliseconds. */
export interface Sample {
  at: number;
  done: number;
}

/** So long a rate is of, and no longer: what was slow an hour ago tells nothing. */
const WINDOW = 60_000;
const LEAST = 3_000;

/** The samples with another, and without those that are too old. */
export function noted(samples: Sample[], at: number, done: number): Sample[] {
  const last = samples.at(-1);
  const kept = last && done < last.done ? [] : samples.filter((one) => at - one.at <= WINDOW);
  return [...kept, { at, done }];
}

/** How many a second; undefined until that can be told. */
export function rate(samples: Sample[]): number | undefined {
  if (samples.length < 2) return undefined;
  const [first, last] = [samples[0], samples.at(-1)!];
  const passed = last.at - first.at;
  return passed >= LEAST && last.done > first.done ? (1000 * (last.done - first.done)) / passed : undefined;
}

/** Minutes until all is done, rounded up; undefined until that can be told. */
export function minutesLeft(samples: Sample[], total: number): number | undefined {
  const each = rate(samples);
  return each === undefined ? undefined : Math.max(1, Math.ceil((total - samples.at(-1)!.done) / each / 60));
}
