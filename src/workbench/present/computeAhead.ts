import type { Trace } from '../../engine/trace/types';
import type { Landscape, View } from '../../engine/view/types';
import type { AnswerOf, BodyOf, ScreenRequestKind } from '../../engine/worker/requests';
import { screenDefaults, type LinkState } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import type { PlaylistEntry } from '../../experiment/playlist/types';
import { lessonExperiment, lessonState } from '../../lessons';
import { experimentKey } from '../device/userData';
import { lessonStore, stepNow } from '../lessons/lessonStore';
import { setAnswersAhead } from '../requests/ahead';
import { workerClient } from '../requests/pageWorkerClient';
import { viewAt } from '../requests/view';
import { resultStore } from '../stores/resultStore';
import { screenStore } from '../stores/screenStore';
import { forgetEntryData, stateOnUserData, stateSoFar } from './entryData';
import { presentStore } from './presentStore';

/** The most pictures that are kept: those around the one on the screen. A long run of a large model has megabytes. */
const MOST = 6;

/** A picture that a key may show, and the entry of the playlist if it is one. */
interface NextPicture {
  readonly state: LinkState;
  readonly entry?: PlaylistEntry;
}

interface Picture {
  readonly trace: Trace;
  readonly view: string;
  readonly landscape: Landscape;
}

/** Pictures by their experiment, the oldest first. */
const pictures = new Map<string, Picture>();

const keyOfView = (view: View): string => JSON.stringify(view);

function keepPicture(key: string, picture: Picture): void {
  pictures.set(key, picture);
  for (const oldest of pictures.keys()) {
    if (pictures.size <= MOST) break;
    pictures.delete(oldest);
  }
}

/**
 * While presenting, computes the pictures that the next key may show, when the worker has nothing else to do, so that no
 * change of the picture waits. They are asked for as usual when they come: until the worker answers, these stand there.
 * @returns a function that ends it
 */
export function computeAhead(): () => void {
  setAnswersAhead(answerOf);
  // What cannot be computed says so when it is shown, and is not tried again and again before that.
  const failed = new Set<string>();
  let inProgress = false;
  let hasEnded = false;
  const update = () => {
    if (hasEnded) return;
    const missing = nextPictures().find((next) => !isComputed(next.state) && !failed.has(attemptKey(next)));
    if (presentStore.getState().isNextReady === Boolean(missing)) presentStore.setState({ isNextReady: !missing });
    if (!missing || inProgress) return;
    inProgress = true;
    const key = attemptKey(missing);
    void compute(missing, () => hasEnded)
      .catch(() => failed.add(key))
      .finally(() => {
        inProgress = false;
        update();
      });
  };
  const stops = [presentStore, lessonStore].map((store) => store.subscribe(update));
  update();
  return () => {
    hasEnded = true;
    stops.forEach((stop) => stop());
    setAnswersAhead(() => null);
    pictures.clear();
    forgetEntryData();
  };
}

const isComputed = ({ experiment, userData }: LinkState): boolean =>
  userData === undefined && pictures.has(experimentKey(experiment));

/** What has failed under this key is not tried again: the same before and after the data of an entry have been read. */
const attemptKey = ({ entry, state }: NextPicture): string =>
  entry?.kind === 'link' ? entry.link : experimentKey(state.experiment);

/** What the keys may show from here: the answer to a lesson's question, and the entries on either side. */
function nextPictures(): readonly NextPicture[] {
  const { playlist, index } = presentStore.getState();
  const entries = [playlist.entries[index + 1], playlist.entries[index - 1]].flatMap((entry) => {
    const state = entry && stateSoFar(entry);
    return state ? [{ state, entry }] : [];
  });
  return [...answersOfLesson().map((state) => ({ state })), ...entries];
}

function answersOfLesson(): readonly LinkState[] {
  const { lesson } = lessonStore.getState();
  const step = stepNow(lessonStore.getState());
  if (!lesson || step?.kind !== 'predict') return [];
  return [{ ...lessonState(lesson), ...step.screen, experiment: lessonExperiment(lesson, step.change), step: 0 }];
}

/** @param hasEnded whether the talk is over: what comes then is not kept */
async function compute(next: NextPicture, hasEnded: () => boolean): Promise<void> {
  const state = next.entry ? await stateOnUserData(next.entry, hasEnded) : next.state;
  if (hasEnded()) return;
  if (!state || state.userData !== undefined) throw new Error('the data of this entry are not on this device');
  const { experiment } = state;
  const client = workerClient();
  const engine = resultStore.getState().status?.engine ?? 'webgl';
  const trace = await client.askForScript('scriptRun', { experiment, engine });
  const screen = { ...screenStore.getState(), ...screenDefaults, ...state, planeDuringDrag: null, viewAtBreak: null };
  const view = viewAt(experiment.problem, screen, trace);
  const landscape = await client.askForScript('landscapeAhead', { experiment, view });
  if (hasEnded()) return;
  keepPicture(experimentKey(experiment), { trace, view: keyOfView(view), landscape });
}

/** The part of a picture that a request asks for; null where it has not been computed. */
function answerOf<K extends ScreenRequestKind>(kind: K, body: BodyOf<K>): AnswerOf<K> | null {
  const answers: { readonly [P in ScreenRequestKind]?: (body: BodyOf<P>) => AnswerOf<P> | null } = {
    trace: ({ experiment }) => pictureOf(experiment)?.trace ?? null,
    landscape: ({ experiment, view }) => {
      const picture = pictureOf(experiment);
      return picture?.view === keyOfView(view) ? picture.landscape : null;
    },
  };
  return answers[kind]?.(body) ?? null;
}

const pictureOf = (experiment: Experiment): Picture | undefined => pictures.get(experimentKey(experiment));
