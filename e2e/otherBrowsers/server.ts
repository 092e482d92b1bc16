import { preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { root } from '../../scripts/commands.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built page is served. */
    address: string;
  }
}

/** Serves the built page to the tests, as `npm start` does. */
export default async function serve(project: TestProject) {
  const server = await preview({ root, logLevel: 'warn', preview: { host: '127.0.0.1', port: 0, open: false } });
  const [address] = server.resolvedUrls?.local ?? [];
  if (address === undefined) throw new Error('The built page is served at no address.');
  project.provide('address', address);
  return () => server.close();
}
