import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { placesInPath } from './programs.mjs';

/** A screen in memory: browsers that give a hidden window no WebGL give it to a window there. */
export const displayPackage = 'xvfb';

/** The X server that draws into memory, or undefined where there is none. */
const findXvfb = () => placesInPath(['Xvfb']).find(existsSync);

export const hasDisplayServer = () => findXvfb() !== undefined;

/**
 * Starts a screen in memory.
 * @returns {Promise<{ name: string, stop: () => void }>} its name, as the environment's DISPLAY has it
 * @throws where there is no Xvfb, or it does not start
 */
export const startDisplay = async () => {
  const path = findXvfb();
  if (path === undefined) throw new Error("There is no Xvfb here. Debian's package xvfb has it.");
  // It takes a number that is free, and writes it into the fourth stream.
  const server = spawn(path, ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const numbers = server.stdio[3];
  if (!numbers) throw new Error('Xvfb was started without a stream for its number.');
  const [number] = await Promise.race([
    /** @type {Promise<[Buffer]>} */ (once(numbers, 'data')),
    once(server, 'exit').then(([code]) => {
      throw new Error(`Xvfb ended with status ${String(code)}.`);
    }),
  ]);
  return { name: `:${String(number).trim()}`, stop: () => server.kill() };
};
