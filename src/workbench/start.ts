import { createWorkerClient } from '../engine/worker/workerClient';
import type { WorkerClient } from '../engine/worker/workerClient.types';
import { showNotDone } from '../late/attempts';
import { loadOnce } from '../late/loadOnce';
import { shareEngine } from './requests/pageEngine';
import { drivePlayback } from './playback/playback';
import { applyPreferencesToDocument, restorePreferences } from './stores/preferences';
import { followExperiment } from './requests/requests';
import { listenForShortcuts } from './playback/shortcuts';
import { resetViewWithProblem } from './address/place';
import { loadPlaneWhenChosen } from './requests/view';

/**
 * Brings the page to life, once; resolves when there are words to show. The order matters: the worker starts to load
 * first of all, and a link is opened before anything is computed.
 */
export async function startWorkbench(): Promise<void> {
  const engine = createWorkerClient();
  shareEngine(engine);
  const speaking = restorePreferences();
  applyPreferencesToDocument();
  resetViewWithProblem();
  loadPlaneWhenChosen();
  // Later than the first picture, and early: when something fails, it may not be possible to load anything.
  void loadRecovery().then(({ recoverFromFailures }) => recoverFromFailures(engine));
  const addressRead = readAddress().catch(() => showNotDone('link'));
  if (location.hash.length > 1) await addressRead;
  followExperiment(engine);
  drivePlayback();
  listenForShortcuts();
  // Scripts may change the address at once, so they come when it is followed.
  void addressRead.then(() => openToScripts(engine));
  await speaking;
}

const loadAddress = loadOnce(() => import('./address/address'));
const loadRecovery = loadOnce(() => import('./recovery'));
const loadScripting = loadOnce(() => import('./scripting/scripting'));

/** Reading and writing links, and all that is in them, is needed at once only where there is one. */
async function readAddress(): Promise<void> {
  const { followAddress } = await loadAddress();
  await followAddress();
}

async function openToScripts(engine: WorkerClient): Promise<void> {
  const { scriptingWith } = await loadScripting();
  window.overshoot = scriptingWith(engine);
}
