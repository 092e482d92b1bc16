import { createEngineClient } from '../engine/client';
import type { EngineClient } from '../engine/client.types';
import { shareEngine } from './pageEngine';
import { drivePlayback } from './playback';
import { dressDocument, takeUpPreferences } from './preferences';
import { connectEngine } from './requests';
import { listenForShortcuts } from './shortcuts';
import { resetViewWithProblem } from './place';
import { loadPlaneWhenChosen } from './view';

/**
 * Brings the page to life, once; resolves when there are words to show. The order matters: the worker starts to load
 * first of all, and a link is opened before anything is computed.
 */
export async function startWorkbench(): Promise<void> {
  const engine = createEngineClient();
  shareEngine(engine);
  const speaking = takeUpPreferences();
  dressDocument();
  resetViewWithProblem();
  loadPlaneWhenChosen();
  const addressRead = readAddress();
  if (location.hash.length > 1) await addressRead;
  connectEngine(engine);
  drivePlayback();
  listenForShortcuts();
  // Scripts may change the address at once, so they come when it is followed.
  void addressRead.then(() => openToScripts(engine));
  await speaking;
}

/** Reading and writing links, and all that is in them, is needed at once only where there is one. */
async function readAddress(): Promise<void> {
  const { followAddress } = await import('./address');
  await followAddress();
}

async function openToScripts(engine: EngineClient): Promise<void> {
  const { scriptingWith } = await import('./scripting');
  window.overshoot = scriptingWith(engine);
}
