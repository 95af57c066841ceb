/** What was before and after a state, as texts: each change can be taken back, and made again. */
export class History {
  constructor(
    readonly now: string,
    readonly past: string[] = [],
    readonly future: string[] = [],
  ) {}

  /** With another state, after which nothing can be made again; this one where nothing changed. */
  to(next: string): History {
    return next === this.now ? this : new History(next, [...this.past, this.now]);
  }

  undone(): History {
    const before = this.past.at(-1);
    return before === undefined ? this : new History(before, this.past.slice(0, -1), [this.now, ...this.future]);
  }

  redone(): History {
    const [after, ...rest] = this.future;
    return after === undefined ? this : new History(after, [...this.past, this.now], rest);
  }
}
