import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentsFile } from './bundle-contents.mjs';
import { root } from './commands.mjs';

/** Where the list lies in dist. */
export const licencesFile = 'licences.md';

/** The packages of the service worker, which another build makes (scripts/offline.mjs). */
const ofServiceWorker = ['workbox-core', 'workbox-precaching', 'workbox-routing', 'workbox-strategies'];

/** @typedef {{ version: string, license?: string, repository?: string | { url: string } }} Manifest of a package */

/** @param {string} file @returns {unknown} */
const jsonOf = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** The npm packages whose code is in the build, by name. @param {string} dist @returns {string[]} */
const packagesIn = (dist) => {
  const chunks = /** @type {import('./bundle-contents.mjs').Chunk[]} */ (jsonOf(join(dist, contentsFile)));
  const parts = chunks.flatMap(({ packages }) => Object.keys(packages));
  const fromNpm = parts.filter((part) => !part.startsWith('src/') && part !== 'build tools');
  return [...new Set([...fromNpm, ...ofServiceWorker])].sort();
};

/**
 * What a package says of its licence, and the text that it asks to be passed on. TensorFlow.js has none in its packages: it stands at
 * the head of its files, and in its repository.
 * @param {string} name
 */
const section = (name) => {
  const folder = join(root, 'node_modules', name);
  const { version, license, repository } = /** @type {Manifest} */ (jsonOf(join(folder, 'package.json')));
  if (typeof license !== 'string') throw new Error(`${name} does not name its licence`);
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const source = typeof repository === 'string' ? repository : repository?.url;
  return [`## ${name} ${version}: ${license}`, source ?? `https://www.npmjs.com/package/${name}`, ...texts].join(
    '\n\n',
  );
};

/** Vite plugin that puts the licences of all packages of the build beside it. @returns {import('vite').Plugin} */
export const licences = () => {
  let dist = '';
  return {
    name: 'licences',
    apply: 'build',
    configResolved: ({ build }) => void (dist = join(root, build.outDir)),
    closeBundle: () =>
      writeFileSync(
        join(dist, licencesFile),
        ['# Licences of the packages in this build', ...packagesIn(dist).map(section)].join('\n\n') + '\n',
      ),
  };
};
