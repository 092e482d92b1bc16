import { createEngineClient } from '../engine/client';
import { followAddress } from './address';
import { shareEngine } from './pageEngine';
import { drivePlayback } from './playback';
import { dressDocument, takeUpPreferences } from './preferences';
import { connectEngine } from './requests';
import { scriptingWith } from './scripting';
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
  const languageOfLink = followAddress();
  connectEngine(engine);
  drivePlayback();
  listenForShortcuts();
  window.overshoot = scriptingWith(engine);
  await speaking;
  await languageOfLink;
}
