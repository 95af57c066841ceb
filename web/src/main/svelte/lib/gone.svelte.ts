import { SvelteSet } from 'svelte/reactivity';

/** Pictures that were hidden while the pages are open, and not shown again since. */
export const gone = new SvelteSet<number>();

/** Those of some pictures that were not hidden meanwhile. */
export const left = (assets: number[]): number[] => (gone.size ? assets.filter((one) => !gone.has(one)) : assets);
