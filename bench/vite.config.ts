import { defineConfig } from 'vite';

/** The measurements' own page: the engine and its peers in one worker, built as the real page is. */
export default defineConfig({
  root: import.meta.dirname + '/page',
  base: './',
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    outDir: import.meta.dirname + '/../node_modules/.cache/bench',
    emptyOutDir: true,
    chunkSizeWarningLimit: 2000,
  },
  // Isolated from other sites, the browser lends a clock of 5 microseconds instead of 100.
  preview: {
    headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
  },
});
