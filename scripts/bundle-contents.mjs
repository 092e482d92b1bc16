import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * One file of JavaScript in dist: what it loads, and what was put into it.
 * @typedef {object} Chunk
 * @property {string} file relative to dist
 * @property {'page' | 'worker'} bundle which of the two loads it
 * @property {boolean} isEntry whether that one starts with it
 * @property {string[]} imports files that it cannot start without
 * @property {Record<string, number>} packages characters before minification, by npm package or folder of src
 */

/** Where the record lies in dist. Vite's own manifest has neither the workers nor what chunks are made of. */
export const contentsFile = '.vite/contents.json';

/**
 * The npm package, or the folder of src, that a module belongs to.
 * @param {string} id
 */
const packageOf = (id) => {
  const inPackage = id.split('node_modules/').at(-1);
  if (id.includes('node_modules/')) return /^(@[^/]+\/)?[^/]+/.exec(inPackage ?? '')?.[0] ?? id;
  return /\/(src\/[^/]+)/.exec(id)?.[1] ?? 'build tools';
};

/** @param {import('vite').Rolldown.OutputChunk} chunk */
const packagesIn = (chunk) => {
  /** @type {Record<string, number>} */
  const packages = {};
  for (const [id, { renderedLength }] of Object.entries(chunk.modules)) {
    packages[packageOf(id)] = (packages[packageOf(id)] ?? 0) + renderedLength;
  }
  return packages;
};

/**
 * Vite plugins that record what every built file holds, for scripts/size.mjs: one for the page, one for workers.
 * @returns {{ page: import('vite').Plugin, worker: import('vite').Plugin }}
 */
export const bundleContents = () => {
  /** @type {Map<string, Chunk>} By bundle and file: both may have a file of the same content, so the same name. */
  const chunks = new Map();

  /**
   * @param {'page' | 'worker'} bundle
   * @returns {import('vite').Plugin}
   */
  const recorder = (bundle) => ({
    name: `bundle-contents-${bundle}`,
    apply: 'build',
    generateBundle(_options, output) {
      for (const chunk of Object.values(output)) {
        if (chunk.type !== 'chunk') continue;
        const { fileName: file, isEntry, imports } = chunk;
        chunks.set(`${bundle} ${file}`, { file, bundle, isEntry, imports, packages: packagesIn(chunk) });
      }
    },
  });

  return {
    worker: recorder('worker'),
    // Workers are built while the page is, and never written by themselves: the page's build writes for both.
    page: {
      ...recorder('page'),
      writeBundle({ dir }) {
        const path = join(dir ?? 'dist', contentsFile);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, JSON.stringify([...chunks.values()], null, 2));
      },
    },
  };
};
