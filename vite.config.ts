import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { contentSecurityPolicy } from './scripts/policy.mjs';

export default defineConfig({
  // Relative addresses: the built page works from any folder of any static host.
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    // scripts/size.mjs reads from it what the page needs before it can be used.
    manifest: true,
    // An asset in a data: address would need a wider policy, and is loaded even when unused.
    assetsInlineLimit: 0,
  },
  preview: {
    headers: { 'Content-Security-Policy': contentSecurityPolicy },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'scripts/**/*.test.ts'],
    // A bound against hanging, not a measurement: slow machines are welcome.
    testTimeout: 120_000,
  },
});
