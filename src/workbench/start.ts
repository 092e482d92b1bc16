import { createWorkerClient } from '../engine/worker/workerClient';
import type { WorkerClient } from '../engine/worker/workerClient.types';
import { showNotDone } from '../late/attempts';
import { loadOnce } from '../late/loadOnce';
import { listenForPaste } from './arrivals/listenForPaste';
import { setWorkerClient } from './requests/pageWorkerClient';
import { drivePlayback } from './playback/playback';
import { isOpeningSeen } from './stores/openingSeen';
import { applyPreferencesToDocument, restorePreferences } from './stores/preferences';
import { followExperiment } from './requests/requests';
import { listenForShortcuts } from './playback/shortcuts';
import { resetViewWithProblem } from './requests/resetViewWithProblem';
import { loadViewsWhenShown } from './requests/view';

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
  loadViewsWhenShown();
  // Later than the first picture, and early: when something fails, it may not be possible to load anything.
  void loadRecovery().then(({ recoverFromFailures }) => recoverFromFailures(client));
  const addressRead = readAddress().catch(() => showNotDone('link'));
  if (location.hash.length > 1) await addressRead;
  else if (!isOpeningSeen()) await showOpening();
  followExperiment(client);
  drivePlayback();
  listenForShortcuts();
  listenForPaste();
  // A script may change the address at once, so `window.overshoot` appears only when the page follows the address.
  void addressRead.then(() => offerScripting(client));
  await textsLoaded;
}

const loadOpening = loadOnce(() => import('./edits/opening'));

/** Shows the opening; where it cannot be loaded, the workbench is shown. */
const showOpening = (): Promise<void> =>
  loadOpening().then(
    ({ openOpening }) => openOpening(0),
    () => undefined,
  );

const loadAddress = loadOnce(() => import('./address/address'));
const loadRecovery = loadOnce(() => import('./recovery'));
const loadScripting = loadOnce(() => import('./scripting/scripting'));

/** Opens the link and follows the address. The code for links loads apart: the first picture needs it only with a link. */
async function readAddress(): Promise<void> {
  const { followAddress } = await loadAddress();
  await followAddress();
}

async function offerScripting(client: WorkerClient): Promise<void> {
  const { scriptingWith } = await loadScripting();
  window.overshoot = scriptingWith(client);
}
