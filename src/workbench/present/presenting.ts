import { fitScreen, type ScreenFields } from '../../experiment';
import type { PlotView } from '../../experiment/core/types';
import type { Playlist } from '../../experiment/playlist/types';
import { toPlaylistJson } from '../../experiment/playlist/playlistJson';
import { forgetTalk, holdTalk } from '../arrivals/heldTalk';
import { viewForStage } from '../requests/viewForStage';
import { amend, currentExperiment, experimentStore, settle } from '../stores/experimentStore';
import { resultStore } from '../stores/resultStore';
import { screenStore, setScreen } from '../stores/screenStore';
import { computeAhead } from './computeAhead';
import { stateOnUserData } from './entryData';
import { currentPlaylist, openOf, playlistStore, restorePlaylists } from './playlistStore';
import { listenForPresenterKeys } from './presenterKeys';
import { nothingPresented, presentStore } from './presentStore';
import { chosenStage } from './stageChoice';
import { showEntry } from './walk';

/** Stops what runs while presenting; null while nobody presents. */
let stop: (() => void) | null = null;

/** What the page showed when presenting began; its stage is null for the workbench. */
let screenBefore: ScreenFields | null = null;

/** The view that was named when presenting began, so that the stage shows that of the workbench; null where none was. */
let namedView: PlotView | null = null;

/** Brings back the experiment that was there before the first entry of a playlist; null while no entry has been shown. */
let bringBack: (() => void) | null = null;

/** Presents a playlist from its first picture or, without one, what is on the screen. startPresenting.ts is the way in. */
export async function present(playlist?: Playlist, index = 0): Promise<void> {
  if (playlist) return presentPlaylist(playlist, index);
  beginOnce();
  await restorePlaylists();
  presentStore.setState({ ...nothingPresented, playlist: currentPlaylist() });
}

/** The first picture is that of the playlist: what was on the screen is not shown to the audience, even for a moment. */
async function presentPlaylist(playlist: Playlist, index: number): Promise<void> {
  const entry = playlist.entries[index];
  const state = entry && (await stateOnUserData(entry));
  if (state && state.experiment !== currentExperiment())
    resultStore.setState({ trace: null, traced: null, landscape: null, landscapeOf: null });
  beginOnce();
  presentStore.setState({ ...nothingPresented, playlist });
  await showEntry(index);
}

const beginOnce = (): void => {
  if (!screenStore.getState().presenting) begin();
};

function begin(): void {
  const { stage, step } = screenStore.getState();
  screenBefore = fitScreen(screenStore.getState(), currentExperiment());
  namedView = viewForStage();
  bringBack = null;
  // What was on view all the way to its end is known already.
  setScreen({
    presenting: true,
    stage: stage ?? chosenStage(currentExperiment()),
    view: namedView,
    hidesFuture: step !== null,
    hovered: null,
  });
  const stops = [
    listenForPresenterKeys({ leave: leavePresenting, goBack }),
    followPlayback(),
    followFullScreen(),
    followPlaylist(),
    holdThroughReload(),
    rememberExperiment(),
    computeAhead(),
  ];
  stop = () => stops.forEach((each) => each());
}

/** Back to the page, with what was on it before the talk: the pictures of a playlist leave nothing there, nor in the history. */
export function leavePresenting(): void {
  if (!screenStore.getState().presenting) return;
  stop?.();
  stop = null;
  bringBack?.();
  // Without a playlist the picture has stayed the same, and goes on from where it is.
  const { stage = null, view = null } = screenBefore ?? {};
  const sameView = screenStore.getState().view === namedView && { view };
  const former = bringBack ? { ...screenBefore, hovered: null, planeDuringDrag: null } : { stage, ...sameView };
  bringBack = null;
  setScreen({ ...former, presenting: false, hidesFuture: false, playing: false });
  presentStore.setState(nothingPresented);
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
}

/** What Escape does: closes the dialog or brings a black picture back, and ends the presentation where there is neither. */
function goBack(): void {
  const { showsSetUp, isBlack } = presentStore.getState();
  if (showsSetUp) presentStore.setState({ showsSetUp: false });
  else if (isBlack) presentStore.setState({ isBlack: false });
  else leavePresenting();
}

/**
 * Escape takes a browser out of the full screen without telling the page which key it was. What it was meant for happens, and
 * where the presentation goes on, it goes on in the window.
 */
function followFullScreen(): () => void {
  const follow = () => {
    if (!document.fullscreenElement) goBack();
  };
  document.addEventListener('fullscreenchange', follow);
  return () => document.removeEventListener('fullscreenchange', follow);
}

/** What is changed in the user's playlist while it is presented is presented. */
const followPlaylist = (): (() => void) =>
  playlistStore.subscribe((state, before) => {
    if (presentStore.getState().playlist === openOf(before)) presentStore.setState({ playlist: openOf(state) });
  });

/** A reload finds the talk again, at its picture. */
function holdThroughReload(): () => void {
  const stopHolding = presentStore.subscribe(({ playlist, index }, before) => {
    if (index < 0 || (playlist === before.playlist && index === before.index)) return;
    holdTalk({ playlist: toPlaylistJson(playlist), index });
  });
  return () => {
    stopHolding();
    forgetTalk();
  };
}

/** Before the first entry of the talk, remembers the experiment, as it has become until then, and the history of its changes. */
function rememberExperiment(): () => void {
  return presentStore.subscribe(({ index }) => {
    if (index < 0 || bringBack) return;
    settle();
    const experiment = currentExperiment();
    const { temporal } = experimentStore;
    const [pastStates, futureStates] = [[...temporal.getState().pastStates], [...temporal.getState().futureStates]];
    bringBack = () => {
      settle();
      amend(experiment);
      temporal.setState({ pastStates, futureStates });
    };
  });
}

/** What comes next is hidden until the runs have been played to their end, or shown there. A lesson sees to its own. */
function followPlayback(): () => void {
  return screenStore.subscribe(({ step, playing, hidesFuture, lesson }) => {
    if (hidesFuture && step === null && !playing && lesson === null) setScreen({ hidesFuture: false });
  });
}
