import { createWorkerClientOnDemand } from '../../engine/worker/workerClient';
import type { Stage } from '../../experiment';
import { defaultPlots } from '../../experiment/core/stage';
import { openLink } from '../address/address';
import { drivePlayback } from '../playback/playback';
import { loadFirstAnswers } from '../requests/loadFirstAnswers';
import { setWorkerClient } from '../requests/pageWorkerClient';
import { dropFormerProblem } from '../requests/dropFormerProblem';
import { resetViewWithProblem } from '../requests/resetViewWithProblem';
import { sparingWorker } from '../requests/sparingWorker';
import { loadViewsWhenShown } from '../requests/view';
import { scriptingWith } from '../scripting/scripting';
import { forgetHistory } from '../stores/experimentStore';
import { applyPreferencesToDocument, preferenceStore, restorePreferences, setLanguage } from '../stores/preferences';
import { screenStore, setScreen } from '../stores/screenStore';
import { waitForNoFirstPicture } from '../firstPicture';
import { readEmbedOptions } from './embedOptions';
import { followStage } from './followStage';
import { listenToHost } from './listenToHost';
import { quietly } from './quietly';
import { restWhileUnseen } from './restWhileUnseen';

/** What is shown of a link without a stage. */
const plainStage: Stage = { plots: defaultPlots, controls: [], movesStart: false, showsHints: true, words: null };

/**
 * Starts the embed outside React, once. Unlike the page it has no address to keep, no keys of its own, and a worker only
 * where one is needed.
 * @returns what is to happen once the embed is on the screen
 */
export async function startEmbed(): Promise<() => void> {
  const options = readEmbedOptions(location.search);
  waitForNoFirstPicture();
  const client = sparingWorker(createWorkerClientOnDemand(), loadFirstAnswers);
  setWorkerClient(client);
  await restorePreferences();
  if (options.theme) preferenceStore.setState({ theme: options.theme });
  if (options.growsFreely) document.documentElement.dataset['embed'] = 'free';
  applyPreferencesToDocument();
  resetViewWithProblem();
  dropFormerProblem();
  loadViewsWhenShown();
  await open(location.href);
  if (options.language) await setLanguage(options.language);
  window.addEventListener('hashchange', ({ newURL }) => void quietly(() => open(newURL)));
  followStage(client);
  drivePlayback();
  const scripting = scriptingWith(client);
  window.overshoot = scripting;
  return () => {
    restWhileUnseen(client);
    listenToHost(scripting, options);
  };
}

async function open(address: string): Promise<void> {
  await openLink(address);
  const { stage } = screenStore.getState();
  if (stage === null) setScreen({ stage: plainStage });
  forgetHistory();
}
