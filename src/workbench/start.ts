import { createEngineClient } from '../engine/client';
import { followAddress } from './address';
import { drivePlayback } from './playback';
import { dressDocument } from './preferences';
import { connectEngine } from './requests';
import { scriptingWith } from './scripting';
import { listenForShortcuts } from './shortcuts';
import { resetViewWithProblem } from './view';

/** Brings the page to life, once. The order matters: a link is opened before anything is computed. */
export function startWorkbench(): void {
  dressDocument();
  resetViewWithProblem();
  followAddress();
  const engine = createEngineClient();
  connectEngine(engine);
  drivePlayback();
  listenForShortcuts();
  window.overshoot = scriptingWith(engine);
}
