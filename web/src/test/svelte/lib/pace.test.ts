import { describe, expect, it } from 'vitest';
import { minutesLeft, noted, rate, type Sample } from '../../../main/svelte/lib/pace';

const samples = (...all: [number, number][]): Sample[] =>
  all.reduce<Sample[]>((before, [at, done]) => noted(before, at, done), []);

describe('the pace of work', () => {
  it('is not told of a moment', () => {
    expect(rate([])).toBeUndefined();
    expect(rate(samples([0, 1], [1000, 5]))).toBeUndefined();
    expect(minutesLeft(samples([0, 1]), 100)).toBeUndefined();
  });

  it('is that of the last minute', () => {
    expect(rate(samples([0, 0], [100_000, 100], [150_000, 200]))).toBe(2);
  });

  it('begins anew with other work', () => {
    expect(rate(samples([0, 500], [10_000, 20], [20_000, 40]))).toBe(2);
  });

  it('tells whole minutes, and never none', () => {
    expect(minutesLeft(samples([0, 0], [10_000, 20]), 500)).toBe(4);
    expect(minutesLeft(samples([0, 0], [10_000, 99]), 100)).toBe(1);
  });

  it('does not tell of work that stands still', () => {
    expect(minutesLeft(samples([0, 7], [30_000, 7]), 100)).toBeUndefined();
  });
});
