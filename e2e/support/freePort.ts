import { createServer } from 'node:net';

/** A port that nobody listens at now, so that two copies of the tests do not meet. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error(`A listening socket has an address with a port; this one has ${String(address)}.`));
      });
    });
  });
