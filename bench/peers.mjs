import compression from 'compression';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { root } from '../scripts/commands.mjs';
import { serve } from './serve.mjs';

/**
 * Another page of its kind, built, in `.cache/peers/FOLDER`; it takes part where it is there.
 * @typedef {{ title: string, folder: string, source: string, shows: import('./load.mjs').Shows }} Peer
 */

/** @type {readonly Peer[]} */
const peers = [
  {
    title: 'TensorFlow Playground',
    folder: 'playground',
    source: 'git clone --depth 1 --branch gh-pages https://github.com/tensorflow/playground .cache/peers/playground',
    // The curves of the losses. Its controls are in the HTML, and answer once its script has run, which draws the curves.
    shows: { picture: '#linechart path', control: '#linechart path' },
  },
];

/** @param {Peer} peer */
const folderOf = ({ folder }) => join(root, '.cache', 'peers', folder);

export const peersHere = () => peers.filter((peer) => existsSync(folderOf(peer)));

/** How to have those that are not there. */
export const peersMissing = () =>
  peers
    .filter((peer) => !existsSync(folderOf(peer)))
    .map(({ title, source }) => `${title} is not measured. To have it: ${source}`);

/**
 * Serves a peer as the page is served, compressed.
 * @param {Peer} peer
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export const servePeer = (peer) => {
  const folder = folderOf(peer);
  const compressed = {
    name: 'compressed',
    /** @param {import('vite').PreviewServer} server */
    configurePreviewServer: ({ middlewares }) =>
      void middlewares.use(
        /** @type {import('vite').Connect.HandleFunction} */ (/** @type {unknown} */ (compression())),
      ),
  };
  return serve({
    root: dirname(folder),
    configFile: false,
    build: { outDir: basename(folder) },
    plugins: [compressed],
  });
};
