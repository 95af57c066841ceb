import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';

/** Tells the service worker which files the app consists of; its version is their names, which have hashes. */
function worker(): Plugin {
  return {
    name: 'keepsake-worker',
    apply: 'build',
    generateBundle(_, bundle) {
      const built = Object.keys(bundle).filter((name) => name.startsWith('assets/') && !/vietnamese|-ext-/.test(name));
      const files = ['/', ...[...built, ...readdirSync('src/main/svelte/public')].sort().map((name) => `/${name}`)];
      const template = readFileSync('src/main/worker/worker.js', 'utf8');
      const version = createHash('sha256')
        .update(files.join(' ') + template)
        .digest('hex')
        .slice(0, 12);
      this.emitFile({
        type: 'asset',
        fileName: 'worker.js',
        source: template.replace('__VERSION__', version).replace('__FILES__', JSON.stringify(files)),
      });
    },
  };
}

export default defineConfig({
  root: 'src/main/svelte',
  plugins: [svelte(), worker()],
  build: {
    emptyOutDir: true,
    // The Content-Security-Policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // The service takes changes only from its own pages: under the name that the browser asked for, it is this one's, too.
  server: { proxy: { '/api': { target: 'http://localhost:8484', changeOrigin: false } } },
});
