import { defineConfig } from 'vitest/config';

/** The tests that need a Python with torch: `npm test` finds or installs one, `npm run test:torch` takes the system's. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/**/*.torch.ts'],
    setupFiles: ['src/formula/testing/withMatrices.ts'],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    maxWorkers: '100%',
  },
});
