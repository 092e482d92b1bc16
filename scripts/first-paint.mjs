import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { root } from './commands.mjs';

/** Chunks that a first visit needs at once, by their names; the page would ask for them only when it runs. */
const firstChunks = ['first', 'widening'];

/** The chunk that reads links, by its name: the page asks for it and what it imports only after its own code has run. */
const linkChunk = 'address';

/** @param {string} name of a file @param {string} [tree] root of the project */
const source = (name, tree = root) => join(tree, 'src', 'panels', 'firstPaint', name);

/**
 * Puts into the built index.html what a first visit sees before any script has run (render.tsx), the script that decides
 * whether it is one (early.ts), and the style sheet, which would be a second journey over the network before the first paint.
 * @returns {import('vite').Plugin}
 */
export const firstPaint = () => ({
  name: 'first-paint',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    async handler(html, { bundle = {} }) {
      const head = [
        ...preloadsOf(bundle, firstChunks),
        `<meta name="link-parts" content="${partsOf(bundle, linkChunk).join(' ')}">`,
        `<script>${await earlyScript()}</script>`,
        `<style>${styleSheetOf(bundle)}</style>`,
      ].join('\n    ');
      const body = `<div id="root"></div>\n    ${await firstPaintHtml()}`;
      return replaceOnce(replaceOnce(html, /<link rel="stylesheet"[^>]*>/, head), '<div id="root"></div>', body);
    },
  },
});

/**
 * The text is put in as it is: in a replacement that is no function, `$` has a meaning.
 * @param {string} html @param {string | RegExp} what @param {string} text
 */
const replaceOnce = (html, what, text) => {
  const replaced = html.replace(what, () => text);
  if (replaced === html) throw new Error(`index.html has no ${what} to replace`);
  return replaced;
};

/**
 * The one style sheet of the build; embed.html loads it as a file. Its addresses are relative to it, and then to the page.
 * @param {import('vite').Rolldown.OutputBundle} bundle
 */
const styleSheetOf = (bundle) => {
  const [sheet, ...others] = Object.values(bundle).filter(({ fileName }) => fileName.endsWith('.css'));
  if (sheet?.type !== 'asset' || others.length > 0) throw new Error('the build should have one style sheet');
  const folder = sheet.fileName.replace(/[^/]*$/, '');
  return String(sheet.source).replaceAll('url(./', `url(./${folder}`);
};

/** @param {import('vite').Rolldown.OutputBundle} bundle @param {readonly string[]} names */
const preloadsOf = (bundle, names) =>
  Object.values(bundle)
    .filter((file) => file.type === 'chunk' && names.includes(file.name))
    .map(({ fileName }) => `<link rel="modulepreload" crossorigin href="./${fileName}">`);

/**
 * A chunk and all that it imports besides the page's own files, as addresses. early.ts asks for them where the page opens a link.
 * @param {import('vite').Rolldown.OutputBundle} bundle @param {string} name
 */
const partsOf = (bundle, name) => {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const needed = (/** @type {typeof chunks} */ from) => {
    const found = new Set(from);
    // A set that grows while it is walked is walked to its end.
    for (const { imports } of found)
      chunks.filter(({ fileName }) => imports.includes(fileName)).forEach((one) => found.add(one));
    return found;
  };
  const parts = chunks.filter((chunk) => chunk.name === name);
  if (parts.length !== 1) throw new Error(`the build should have one part "${name}"`);
  const ofPage = needed(chunks.filter(({ isEntry }) => isEntry));
  return [...needed(parts)].filter((chunk) => !ofPage.has(chunk)).map(({ fileName }) => `./${fileName}`);
};

/** early.ts with what it imports, as a script that is no module: those run only after the document has been read. */
export const earlyScript = (tree = root) =>
  bundled(tree, { lib: { entry: source('early.ts', tree), formats: ['iife'], name: 'early' } });

/** What render.tsx renders, bundled so that it runs in Node, where Vite takes `./` for the root of the host. */
export const firstPaintHtml = async (tree = root) => {
  const code = await bundled(
    tree,
    { ssr: source('render.tsx', tree), rolldownOptions: { output: { codeSplitting: false } } },
    { 'import.meta.env.BASE_URL': '"./"' },
  );
  const folder = mkdtempSync(join(tmpdir(), 'first-paint-'));
  const file = join(folder, 'render.mjs');
  writeFileSync(file, code);
  try {
    /** @type {unknown} */
    const module = await import(pathToFileURL(file).href);
    return await /** @type {{ renderFirstPaint: () => Promise<string> }} */ (module).renderFirstPaint();
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/**
 * The one script of a build of its own, which writes nothing.
 * @param {string} tree root of the project @param {import('vite').BuildEnvironmentOptions} options @param {Record<string, string>} [define]
 */
const bundled = async (tree, options, define = {}) => {
  const built = await build({
    configFile: false,
    root: tree,
    base: './',
    define,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ...options, write: false },
  });
  const [bundle] = Array.isArray(built) ? built : [built];
  if (!bundle || !('output' in bundle)) throw new Error('a part of the first paint was not built');
  return bundle.output[0].code.trim();
};
