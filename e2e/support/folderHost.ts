import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { contentSecurityPolicy } from '../../scripts/policy.mjs';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** A plain web server of one folder, under a folder of its own. */
export interface Host {
  /** Where the folder is, with a slash at its end. */
  readonly address: string;
  /** Ends it with all connections, as a cut network would. Once is enough. */
  readonly cut: () => Promise<void>;
}

/** @param mount the path under which the folder appears, such as `/courses/ml/` */
export async function hostOf(folder: string, mount: string): Promise<Host> {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const path = join(folder, pathname.slice(mount.length) || 'index.html');
    if (!pathname.startsWith(mount) || !existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404).end('not found');
      return;
    }
    response.writeHead(200, {
      'Content-Type': types[extname(path)] ?? 'application/octet-stream',
      'Content-Security-Policy': contentSecurityPolicy(),
      'Cache-Control': 'no-cache',
    });
    createReadStream(path).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('a listening server has a port');
  return {
    address: `http://127.0.0.1:${bound.port}${mount}`,
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
