import { precompiledMessages } from './src/language/precompile.ts';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { bundleContents } from './scripts/bundle-contents.mjs';
import { contentSecurityPolicy } from './scripts/policy.mjs';

const contents = bundleContents();

export default defineConfig({
  // Relative addresses: the built page works from any folder of any static host.
  base: './',
  plugins: [precompiledMessages(), react(), contents.page],
  worker: { format: 'es', plugins: () => [contents.worker] },
  build: {
    target: 'es2022',
    // An asset in a data: address would need a wider policy, and is loaded even when unused.
    assetsInlineLimit: 0,
    // One style sheet: each part's own would be a request of a few hundred bytes, and all of them weigh half more.
    cssCodeSplit: false,
    // All that the first picture needs in one file: cut along every part that something later shares with it, the
    // same code weighs 6 kB more gzipped, and is 25 files to ask for.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'page', test: /[\\/]src[\\/]main\.tsx$/ }] } } },
  },
  preview: {
    headers: { 'Content-Security-Policy': contentSecurityPolicy },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.ts'],
    // A bound against hanging, not a measurement: slow machines are welcome.
    testTimeout: 600_000,
  },
});
