import { SvelteMap } from 'svelte/reactivity';
import { get, type MonthFull } from './api';
import type { Span, Spot } from './spans';

/** One picture of the timeline. */
export interface Tile {
  id: number;
  clip: boolean;
  moves: boolean;
  favourite: boolean;
  /** 0 for photos. */
  seconds: number;
}

/** What is in the months of the timeline; each is asked for once, when it is first wanted. */
export class Contents {
  private readonly known = new SvelteMap<string, MonthFull>();
  private readonly asked = new Map<string, Promise<void>>();
  /** Another one when all is to be asked for anew. */
  version = $state(0);

  constructor(private readonly failed: (failure: unknown) => void) {}

  want(months: string[]): void {
    for (const month of months) void this.load(month);
  }

  /** Comes back when it is known what is in a month, or that this cannot be found out. */
  load(month: string): Promise<void> {
    const before = this.asked.get(month);
    if (before) return before;
    const asking: Promise<void> = get<MonthFull>(`/timeline/${month}`)
      .then((full) => {
        if (this.asked.get(month) === asking) this.known.set(month, full);
      })
      .catch((failure) => {
        if (this.asked.get(month) !== asking) return;
        this.asked.delete(month);
        this.known.delete(month);
        this.failed(failure);
      });
    this.asked.set(month, asking);
    return asking;
  }

  /** Undefined while it is not known. */
  tile(month: string, at: number): Tile | undefined {
    const all = this.known.get(month);
    const id = all?.assets[at];
    if (!all || !id) return undefined;
    const marks = Number(all.marks[at]);
    return {
      id,
      clip: (marks & 1) > 0,
      moves: (marks & 2) > 0,
      favourite: (marks & 4) > 0,
      seconds: all.seconds[at],
    };
  }

  ids(month: string): number[] | undefined {
    return this.known.get(month)?.assets;
  }

  /** All that spans hold, with their places, when it is known. */
  async tiles(spans: Span[]): Promise<[Tile, Spot][]> {
    await Promise.all(spans.map((span) => this.load(span.month)));
    return spans.flatMap(({ month, from, to }) =>
      Array.from({ length: to - from }, (_, i) => ({ month, at: from + i })).flatMap((spot): [Tile, Spot][] => {
        const tile = this.tile(month, spot.at);
        return tile ? [[tile, spot]] : [];
      }),
    );
  }

  /** Asks anew for what is looked at; what was known is seen until the answer is there. */
  renew(): void {
    this.asked.clear();
    this.version++;
  }
}
