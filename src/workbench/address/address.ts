import { decodeLink, encodeLink, fitSweep, parametersOf, quantitiesOf, usualLossScale } from '../../experiment';
import type { Experiment, LinkState, PlotChoice } from '../../experiment/core/types';
import { browserLanguage } from '../../language';
import { currentExperiment, edit, experimentStore, forgetHistory } from '../stores/experimentStore';
import { preferenceStore, speak } from '../stores/preferences';
import { screenStore, showOnScreen } from '../stores/screenStore';
import { writeAddressesWith } from './shownAddress';

/** How long the screen must be quiet before the address bar follows; browsers limit how often it may change. */
const QUIET_MS = 250;

/** What is on the screen, as a link carries it. */
function linkState(): LinkState {
  const {
    step,
    lossScale,
    lossAxis,
    record,
    validation,
    plot,
    arrows,
    view,
    tab,
    sweep,
    curvatureScale,
    field,
    probePoint,
    probeAngle,
    lesson,
    ...screen
  } = screenStore.getState();
  const { language } = preferenceStore.getState();
  const experiment = currentExperiment();
  const isData = experiment.problem.kind === 'data';
  const selected = Math.min(screen.selected, experiment.runs.length - 1);
  const run = experiment.runs[selected];
  return {
    experiment,
    lossScale,
    lossAxis: isData ? lossAxis : 'step',
    ...(isData && record > 1 && { record }),
    ...(isData && !validation && { validation }),
    ...(step !== null && { step }),
    ...linkPlot(experiment, plot),
    ...(arrows.length > 0 && { arrows }),
    ...(view !== null && { view }),
    ...(selected > 0 && { selected }),
    ...((tab !== 'data' || isData) && { tab }),
    ...(sweep !== null && run && { sweep: fitSweep(experiment, run, sweep) }),
    curvature: curvatureScale,
    field,
    ...(probePoint?.length === parametersOf(experiment.problem).length && { probe: probePoint }),
    ...(probeAngle !== 0 && { angle: probeAngle }),
    ...(lesson !== null && { lesson }),
    ...(language !== browserLanguage() && { language }),
  };
}

/** What is drawn instead of the loss, as far as these runs have it. */
function linkPlot(experiment: Experiment, { quantity, parameter }: PlotChoice): Pick<LinkState, 'plot'> {
  if (quantity === 'loss' || !quantitiesOf(experiment).includes(quantity)) return {};
  const isThere = parameter !== undefined && parametersOf(experiment.problem).includes(parameter);
  return { plot: { quantity, ...(isThere && { parameter }) } };
}

const addressOf = (fragment: string): string => `${location.href.split('#')[0] ?? ''}#${fragment}`;

const currentAddress = (): string => addressOf(encodeLink(linkState()));

/** The address that opens an experiment, with everything else as it is by itself. */
export const addressOfExperiment = (experiment: Experiment): string =>
  addressOf(encodeLink({ experiment, lossScale: usualLossScale(experiment.problem), lossAxis: 'step' }));

/** Shows what a link says; what it says wrongly is listed on the screen, in words. Resolves when it speaks the link's language. */
async function openFragment(fragment: string): Promise<void> {
  const { state, complaints, nothingValid } = decode(fragment);
  showOnScreen({ complaints, nothingValid });
  if (nothingValid) return;
  edit(state.experiment);
  showOnScreen({
    step: state.step ?? null,
    playing: false,
    lossScale: state.lossScale,
    lossAxis: state.lossAxis,
    record: state.record ?? 1,
    validation: state.validation ?? true,
    plot: state.plot ?? { quantity: 'loss' },
    arrows: state.arrows ?? [],
    view: state.view ?? null,
    heldPlane: null,
    selected: state.selected ?? 0,
    tab: state.tab ?? 'rule',
    sweep: state.sweep ?? null,
    curvatureScale: state.curvature ?? 'log',
    field: state.field ?? 'log',
    probePoint: state.probe ?? null,
    probeAngle: state.angle ?? 0,
    lesson: state.lesson ?? null,
    hovered: null,
  });
  if (state.language) await speak(state.language);
}

/** A link of which nothing can be used keeps what is on the screen: it then says the same as an empty one, and complains. */
function decode(fragment: string) {
  const { state, complaints } = decodeLink(fragment);
  const empty = encodeLink(decodeLink('').state);
  return { state, complaints, nothingValid: complaints.length > 0 && encodeLink(state) === empty };
}

/**
 * Opens the link that the page was opened with, then keeps the address bar up to date without filling the history,
 * and opens the links that are put into it. Resolves when the page speaks the first link's language.
 */
export async function followAddress(): Promise<void> {
  writeAddressesWith(currentAddress);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const writeSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => history.replaceState(null, '', currentAddress()), QUIET_MS);
  };
  const open = async (address: string) => {
    const { hash } = new URL(address);
    if (hash.length > 1) await openFragment(hash.slice(1));
    writeSoon();
  };
  // Told by the event: by the time it comes, a write that was due may have put the former address in place of the new one.
  window.addEventListener('hashchange', ({ newURL }) => void open(newURL));
  for (const store of [experimentStore, screenStore, preferenceStore]) store.subscribe(writeSoon);
  const opening = open(location.href);
  forgetHistory();
  await opening;
}
