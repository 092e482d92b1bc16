/**
 * npm start: installs what is missing, builds, serves the built page and opens it.
 * `npm start -- --no-open`, or BROWSER=none, serves without opening; `--port 8080` asks for a port.
 */
import { parseArgs } from 'node:util';
import { root } from './commands.mjs';
import { installMissing } from './install.mjs';

const { values } = parseArgs({
  options: {
    open: { type: 'boolean', default: process.env['CI'] === undefined },
    port: { type: 'string', default: '4173' },
  },
  allowNegative: true,
});

if (!installMissing()) {
  console.error('The packages could not be installed: see above. `npm ci` tries again.');
  process.exit(1);
}

// Only now: on a fresh machine Vite was not there before.
const { build, preview } = await import('vite');
console.log('Building.');
await build({ root, logLevel: 'warn' });
const server = await preview({ root, preview: { port: Number(values.port), open: values.open } });

const [address] = server.resolvedUrls?.local ?? [];
console.log(`\nOvershoot runs at ${address}\nStop it with Ctrl+C.`);
