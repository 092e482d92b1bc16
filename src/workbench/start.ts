import { createWorkerClient } from '../engine/worker/workerClient';
import type { WorkerClient } from '../engine/worker/workerClient.types';
import { setWorkerClient } from './requests/pageWorkerClient';
import { drivePlayback } from './playback/playback';
import { applyPreferencesToDocument, restorePreferences } from './stores/preferences';
import { followExperiment } from './requests/requests';
import { listenForShortcuts } from './playback/shortcuts';
import { resetViewWithProblem } from './requests/resetViewWithProblem';
import { loadPlaneWhenChosen } from './requests/view';

/**
 * Starts everything outside React, once; resolves when the visible texts have loaded. The order matters: the worker
 * starts to load first, and a link is opened before anything is computed.
 */
export async function startWorkbench(): Promise<void> {
  const client = createWorkerClient();
  setWorkerClient(client);
  const textsLoaded = restorePreferences();
  applyPreferencesToDocument();
  resetViewWithProblem();
  loadPlaneWhenChosen();
  const addressRead = readAddress();
  if (location.hash.length > 1) await addressRead;
  followExperiment(client);
  drivePlayback();
  listenForShortcuts();
  // A script may change the address at once, so `window.overshoot` appears only when the page follows the address.
  void addressRead.then(() => offerScripting(client));
  await textsLoaded;
}

/** Opens the link and follows the address. The code for links loads apart: the first picture needs it only with a link. */
async function readAddress(): Promise<void> {
  const { followAddress } = await import('./address/address');
  await followAddress();
}

async function offerScripting(client: WorkerClient): Promise<void> {
  const { scriptingWith } = await import('./scripting/scripting');
  window.overshoot = scriptingWith(client);
}
