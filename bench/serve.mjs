import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build, preview } from 'vite';
import { root } from '../scripts/commands.mjs';

/** What the built page is made from. */
const sources = ['src', 'public', 'scripts', 'index.html', 'vite.config.ts', 'package-lock.json'];

/** @param {string} path @returns {number} when a file, or the newest file under a folder, was changed */
const changed = (path) => {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => changed(join(path, name))));
};

const pageIsCurrent = () => {
  const built = join(root, 'dist', 'index.html');
  return existsSync(built) && statSync(built).mtimeMs > Math.max(...sources.map((path) => changed(join(root, path))));
};

/**
 * Serves a built page at a free port.
 * @param {import('vite').InlineConfig} config
 */
export const serve = async (config) => {
  const server = await preview({ root, ...config, preview: { port: 0 } });
  const [address] = server.resolvedUrls?.local ?? [];
  if (address === undefined) throw new Error('the server of the built page has no address');
  return { address, close: () => server.close() };
};

/**
 * Builds the page where `dist` is missing or older than its sources, and always the bench's own page, and serves both.
 * @returns {Promise<{ page: string, bench: string, close: () => Promise<void> }>} their addresses
 */
export const buildAndServe = async () => {
  const benchPage = { configFile: join(root, 'bench', 'vite.config.ts'), root: join(root, 'bench', 'page') };
  if (!pageIsCurrent()) await build({ root, logLevel: 'warn' });
  await build({ ...benchPage, logLevel: 'warn' });
  const page = await serve({});
  const bench = await serve(benchPage);
  const close = async () => {
    await page.close();
    await bench.close();
  };
  return { page: page.address, bench: bench.address, close };
};
