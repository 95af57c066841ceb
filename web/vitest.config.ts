import { defineConfig } from 'vitest/config';

// Of the pages' own logic alone, which needs no browser: what is seen in one is BrowserTest's in module cli.
export default defineConfig({
  test: { include: ['src/test/svelte/**/*.test.ts'] },
});
