import { createWorkerClientAfter } from '../engine/worker/workerClient';
import type { WorkerClient } from '../engine/worker/workerClient.types';
import { showNotDone } from '../late/attempts';
import { loadOnce } from '../late/loadOnce';
import { heldTalk } from './arrivals/heldTalk';
import { listenForArrivals } from './arrivals/listenForArrivals';
import { pending } from './pending';
import { setWorkerClient } from './requests/pageWorkerClient';
import { afterNextFrame, firstPictureShown, markReadyForFirstPicture, limitWaitForFirstPicture } from './firstPicture';
import { drivePlayback } from './playback/playback';
import { isOpeningSeen } from './stores/openingSeen';
import { applyPreferencesToDocument, loadCountFormats, restorePreferences } from './stores/preferences';
import { startPresenting } from './present/startPresenting';
import { followExperiment } from './requests/requests';
import { listenForShortcuts } from './playback/shortcuts';
import { loadFirstAnswers } from './requests/loadFirstAnswers';
import { resetViewWithProblem } from './requests/resetViewWithProblem';
import { loadViewsWhenShown } from './requests/view';
import { withFirstAnswers } from './requests/withFirstAnswers';

/**
 * Starts everything outside React, once; resolves when the visible texts have loaded. The order matters: a link is opened
 * before anything is computed, and what the first picture does not need waits for it, because all of it shares one network
 * and one processor.
 */
export async function startWorkbench(): Promise<void> {
  const hasLink = location.hash.length > 1;
  limitWaitForFirstPicture();
  const runsAreLong = pending();
  // What a link asks for may be long to compute: then the worker starts before there is a picture.
  const client = withFirstAnswers(createWorkerClientAfter(Promise.race([firstPictureShown, runsAreLong.promise])), {
    load: loadFirstAnswers,
    pause: afterNextFrame,
    onHandled: (kind, by) => {
      if (kind === 'trace' && by === 'worker') runsAreLong.resolve();
      markReadyForFirstPicture(kind);
    },
  });
  setWorkerClient(client);
  const textsLoaded = restorePreferences();
  applyPreferencesToDocument();
  // In a task of its own, while files are on their way.
  setTimeout(loadCountFormats);
  resetViewWithProblem();
  loadViewsWhenShown();
  void firstPictureShown.then(loadFormerProblem).then(({ dropFormerProblem }) => dropFormerProblem());
  void firstPictureShown.then(loadRecovery).then(({ recoverFromFailures }) => recoverFromFailures(client));
  const addressRead = (hasLink ? Promise.resolve() : firstPictureShown)
    .then(readAddress)
    .catch(() => showNotDone('link'));
  if (hasLink) await addressRead;
  else if (!isOpeningSeen()) await showOpening();
  followExperiment(client);
  drivePlayback();
  listenForShortcuts(() => startPresenting());
  listenForArrivals();
  // A script may change the address at once, so `window.overshoot` appears only when the page follows the address.
  void addressRead.then(() => offerScripting(client));
  void addressRead.then(offerHeldTalk);
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
const loadFormerProblem = loadOnce(() => import('./requests/dropFormerProblem'));
const loadRecovery = loadOnce(() => import('./recovery'));
const loadScripting = loadOnce(() => import('./scripting/scripting'));

/** Opens the link and follows the address. The code for links loads apart: the first picture needs it only with a link. */
async function readAddress(): Promise<void> {
  const { followAddress } = await loadAddress();
  await followAddress();
}

const loadTalks = loadOnce(() => import('./arrivals/takePlaylist'));

/** A talk that was on the screen when the page was reloaded. */
async function offerHeldTalk(): Promise<void> {
  if (!heldTalk()) return;
  const talks = await loadTalks();
  talks.offerHeldTalk();
}

async function offerScripting(client: WorkerClient): Promise<void> {
  const { scriptingWith } = await loadScripting();
  window.overshoot = scriptingWith(client);
}
