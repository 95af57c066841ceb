import { SvelteMap } from 'svelte/reactivity';
import type { Contents, Tile } from './contents.svelte';
import { between, type Span, type Spot } from './spans';

/** Pictures of the timeline that were chosen, to do something with all of them. */
export class Selection {
  private readonly chosen = new SvelteMap<number, Tile>();
  /** Where a range begins. */
  private anchor: Spot | undefined;
  /** What was chosen before a finger began to sweep. */
  private before = new Map<number, Tile>();

  constructor(
    private readonly contents: Contents,
    private readonly months: () => { month: string; count: number }[],
  ) {}

  get size(): number {
    return this.chosen.size;
  }

  get ids(): number[] {
    return [...this.chosen.keys()];
  }

  /** Whether all of them are favourites. */
  get favourite(): boolean {
    return this.size > 0 && [...this.chosen.values()].every((tile) => tile.favourite);
  }

  has(id: number): boolean {
    return this.chosen.has(id);
  }

  toggle(tile: Tile, spot: Spot): void {
    if (!this.chosen.delete(tile.id)) this.chosen.set(tile.id, tile);
    this.anchor = spot;
  }

  /** All from the last that was chosen to this one. */
  async reach(spot: Spot): Promise<void> {
    await this.add(between(this.months(), this.anchor ?? spot, spot));
    this.anchor = spot;
  }

  async add(spans: Span[]): Promise<void> {
    for (const [tile] of await this.contents.tiles(spans)) this.chosen.set(tile.id, tile);
  }

  /** All of a span, or, if all of it is chosen, none. */
  async toggleAll(span: Span): Promise<void> {
    const tiles = (await this.contents.tiles([span])).map(([tile]) => tile);
    const all = tiles.every((tile) => this.chosen.has(tile.id));
    for (const tile of tiles) {
      if (all) this.chosen.delete(tile.id);
      else this.chosen.set(tile.id, tile);
    }
  }

  /** A finger begins to sweep over pictures. */
  begin(tile: Tile, spot: Spot): void {
    this.before = new Map(this.chosen);
    this.anchor = spot;
    this.chosen.set(tile.id, tile);
  }

  /** The finger is at another picture now: what lies between is chosen, and nothing that it has left. */
  async sweep(spot: Spot): Promise<void> {
    const tiles = await this.contents.tiles(between(this.months(), this.anchor ?? spot, spot));
    const now = new Map([...this.before, ...tiles.map(([tile]): [number, Tile] => [tile.id, tile])]);
    for (const id of this.chosen.keys()) if (!now.has(id)) this.chosen.delete(id);
    for (const [id, tile] of now) this.chosen.set(id, tile);
  }

  clear(): void {
    this.chosen.clear();
    this.anchor = undefined;
  }
}
