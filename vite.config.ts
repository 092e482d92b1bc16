import react from '@vitejs/plugin-react';
import compression from 'compression';
import type { Connect, Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { precompiledMessages } from './src/language/precompile.ts';
import { bundleContents } from './scripts/bundle-contents.mjs';
import { embedPage } from './scripts/embed-page.mjs';
import { firstPaint } from './scripts/first-paint.mjs';
import { licences } from './scripts/licences.mjs';
import { offline } from './scripts/offline.mjs';
import { contentSecurityPolicy } from './scripts/policy.mjs';
import { forReaders, shownFields, withoutFields } from './scripts/without-fields.mjs';
import { withoutOptimizers } from './scripts/without-optimizers.mjs';

const contents = bundleContents();

/** Modules that load apart from the page's first file, and are needed with it: for the opening, and to compute on the page. */
const firstParts =
  /[\\/]src[\\/](panels[\\/]stage[\\/]StageScreen|engine[\\/]worker[\\/]firstAnswers|workbench[\\/]edits[\\/]opening|plots[\\/](path[\\/]PathInput|lines[\\/]LineInput))\.tsx?$/;

/** `npm start` and `vite preview` send texts compressed, as other hosts do, and the policies of the page as it was last built. */
const servedAsByAHost: Plugin = {
  name: 'served-as-by-a-host',
  configurePreviewServer({ middlewares }) {
    middlewares.use(({ url }, response, next) => {
      response.setHeader('Content-Security-Policy', contentSecurityPolicy(url));
      next();
    });
    // Its types name Express, of which it uses only what Node's own server has.
    middlewares.use(compression() as unknown as Connect.HandleFunction);
  },
};

export default defineConfig({
  // Relative addresses: the built page works from any folder of any static host.
  base: './',
  plugins: [
    precompiledMessages(),
    withoutFields(forReaders),
    react(),
    contents.page,
    licences(),
    firstPaint(),
    embedPage(),
    offline(),
    servedAsByAHost,
  ],
  worker: {
    format: 'es',
    plugins: () => [withoutFields([...forReaders, ...shownFields]), withoutOptimizers(), contents.worker],
  },
  build: {
    target: 'es2022',
    // Sixty parts of the workbench load while it is rendered: for each, the page would put a link for every file that it imports into the document, a
    // tenth of the time until the first curve on a slow processor. What the first picture needs is linked from index.html (scripts/first-paint.mjs).
    modulePreload: { resolveDependencies: (_file, needed, { hostType }) => (hostType === 'html' ? needed : []) },
    // An asset in a data: address would need a wider policy, and is loaded even when unused.
    assetsInlineLimit: 0,
    // One style sheet: each part's own would be a request of a few hundred bytes, and all of them weigh half more.
    cssCodeSplit: false,
    // What the first picture needs in two files, asked for together: the page, and what of later parts a first visit and
    // the first answers need. Cut along every part that something later shares with it, the same code weighs 6 kB more
    // gzipped, and is 25 files to ask for.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'page', test: /[\\/]src[\\/]main\.tsx$/, priority: 2 },
            { name: 'first', test: firstParts, priority: 1 },
          ],
        },
      },
    },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.ts'],
    // What the page loads when a rule needs it.
    setupFiles: ['src/formula/testing/withMatrices.ts'],
    // A bound against hanging, not a measurement: slow machines are welcome.
    testTimeout: 600_000,
    // Vitest keeps a core free for a person who works beside it: on a machine of two cores, half of them.
    maxWorkers: '100%',
  },
});
