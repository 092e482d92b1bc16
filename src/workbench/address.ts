import { decodeLink, encodeLink } from '../experiment';
import type { Experiment, LinkState } from '../experiment/types';
import { browserLanguage } from '../language';
import { currentExperiment, edit, experimentStore } from './experimentStore';
import { applyPreference, preferenceStore } from './preferences';
import { screenStore, showOnScreen } from './screenStore';

/** How long the screen must be quiet before the address bar follows; browsers limit how often it may change. */
const QUIET_MS = 250;

/** What is on the screen, as a link carries it. */
function linkState(): LinkState {
  const { step, lossScale, lossAxis, view } = screenStore.getState();
  const { language } = preferenceStore.getState();
  const experiment = currentExperiment();
  return {
    experiment,
    lossScale,
    lossAxis: experiment.problem.kind === 'data' ? lossAxis : 'step',
    ...(step !== null && { step }),
    ...(view !== null && { view }),
    ...(language !== browserLanguage() && { language }),
  };
}

const addressOf = (fragment: string): string => `${location.href.split('#')[0] ?? ''}#${fragment}`;

/** The address that opens what is on the screen now. */
export const currentAddress = (): string => addressOf(encodeLink(linkState()));

/** The address that opens an experiment, with everything else as it is by itself. */
export const addressOfExperiment = (experiment: Experiment): string =>
  addressOf(encodeLink({ experiment, lossScale: 'log', lossAxis: 'step' }));

/** Shows what a link says; what it says wrongly is listed on the screen, in words. */
function openFragment(fragment: string): void {
  const { state, complaints, nothingValid } = decode(fragment);
  showOnScreen({ complaints, nothingValid });
  if (nothingValid) return;
  edit(state.experiment);
  showOnScreen({
    step: state.step ?? null,
    playing: false,
    lossScale: state.lossScale,
    lossAxis: state.lossAxis,
    view: state.view ?? null,
    selected: 0,
    hovered: null,
  });
  applyPreference({ language: state.language ?? preferenceStore.getState().language });
}

/** A link of which nothing can be used keeps what is on the screen: it then says the same as an empty one, and complains. */
function decode(fragment: string) {
  const { state, complaints } = decodeLink(fragment);
  const empty = encodeLink(decodeLink('').state);
  return { state, complaints, nothingValid: complaints.length > 0 && encodeLink(state) === empty };
}

/**
 * Opens the link that the page was opened with, then keeps the address bar up to date without filling the history,
 * and opens the links that are put into it.
 */
export function followAddress(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = () => history.replaceState(null, '', currentAddress());
  const writeSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(write, QUIET_MS);
  };
  const open = () => {
    if (location.hash.length > 1) openFragment(location.hash.slice(1));
    writeSoon();
  };
  open();
  addEventListener('hashchange', open);
  const stops = [experimentStore, screenStore, preferenceStore].map((store) => store.subscribe(writeSoon));
  return () => {
    clearTimeout(timer);
    removeEventListener('hashchange', open);
    stops.forEach((stop) => stop());
  };
}
