// Builds the pages: node build.mjs TARGET. Installs what package-lock.json pins when that has changed, and builds when
// a source is newer than the target, so that a build without changes costs nothing.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const target = resolve(process.argv[2]);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const lock = readFileSync('package-lock.json', 'utf8');
const installed = join('node_modules', '.keepsake-lock');
if (!existsSync(installed) || readFileSync(installed, 'utf8') !== lock) {
  execFileSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { stdio: 'inherit' });
  writeFileSync(installed, lock);
}

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

const index = join(target, 'index.html');
const sources = ['src/main', 'vite.config.ts', 'package-lock.json'].map(newest);
if (!existsSync(index) || statSync(index).mtimeMs < Math.max(...sources)) {
  mkdirSync(target, { recursive: true });
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--outDir', target, '--logLevel', 'warn'], {
    stdio: 'inherit',
  });
}
