import type { WorkerClient } from '../../engine/worker/workerClient.types';
import { hasSameAxes } from '../../engine/view/projection';
import { withKnownRuns } from '../../engine/trace/knownRuns';
import { isComplete } from '../../engine/trace/rows';
import type { View } from '../../engine/view/types';
import type { Experiment, ProblemChoice } from '../../experiment/core/types';
import { currentExperiment, experimentStore } from '../stores/experimentStore';
import { follow } from './follow';
import { atOnceThenPerFrame } from './frame';
import { resultStore } from '../stores/resultStore';
import { screenStore } from '../stores/screenStore';
import { dataProblemOf } from './problem';
import { isFormerProblem } from './resetViewWithProblem';
import { currentStep } from '../playback/transport';
import { currentView } from './view';

const show = resultStore.setState.bind(resultStore);

/** Everything that follows, as one function that stops it. */
const together = (stops: readonly (() => void)[]) => (): void => stops.forEach((stop) => stop());

/**
 * Keeps the results on the screen up to date with the experiment: asks the worker at most once a frame, and only for
 * what has changed. The worker itself cancels requests that a newer one has superseded; an answer about another problem that comes
 * all the same is not shown.
 */
export const followExperiment = (client: WorkerClient): (() => void) =>
  together([followPicture(client), followDetails(client)]);

/** The same for the paths, the loss and the surface alone: all that most stages show. */
export const followPicture = (client: WorkerClient): (() => void) =>
  together([
    client.onStatus((status) => show({ status })),
    followTrace(client),
    followLandscape(client),
    client.onError((error) => show({ error })),
    client.onTrouble((trouble) => show({ trouble })),
  ]);

/** The samples, and the update at the step shown: what the parts `data` and `rule` show besides. */
export const followDetails = (client: WorkerClient): (() => void) =>
  together([followData(client), followInspection(client)]);

const followTrace = (client: WorkerClient): (() => void) =>
  follow(
    [experimentStore],
    () => [currentExperiment()],
    ([experiment]) =>
      client.ask('trace', { experiment }, (trace, traceId) => {
        if (isFormerProblem(experiment.problem) || (!isComplete(trace) && isShownWhole(experiment))) return;
        show({
          trace: withKnownRuns(trace, resultStore.getState().trace),
          traced: experiment,
          traceId,
          error: null,
        });
      }),
    atOnceThenPerFrame,
  );

/** Whether all of the experiment's runs are on the screen already: computed ahead or by the page, while the worker still computes them. */
function isShownWhole(experiment: Experiment): boolean {
  const { trace, traced } = resultStore.getState();
  return trace !== null && traced === experiment && isComplete(trace);
}

/** What a landscape depends on: the problem, its data and the view, whose held values follow the selected run. */
interface LandscapeInputs {
  readonly problem: ProblemChoice;
  readonly seed: number;
  readonly view: View;
}

const differsOnlyInHeld = (a: LandscapeInputs, b: LandscapeInputs): boolean =>
  a.problem === b.problem &&
  a.seed === b.seed &&
  hasSameAxes(a.view, b.view) &&
  a.view.x === b.view.x &&
  a.view.y === b.view.y;

/**
 * While the transport plays, the held values change with every step. Each landscape then waits for the answer to the
 * one before it: otherwise every one would be superseded before it is painted.
 */
function followLandscape(client: WorkerClient): () => void {
  let inProgress: LandscapeInputs | null = null;
  const stopListening = client.onError(() => {
    inProgress = null;
  });
  const stopFollowing = follow(
    [experimentStore, screenStore, resultStore],
    () => {
      const { problem, seed } = currentExperiment();
      const view = currentView();
      const mustWait = inProgress !== null && differsOnlyInHeld(inProgress, { problem, seed, view });
      return mustWait ? null : [problem, seed, view];
    },
    ([problem, seed, view]) => {
      inProgress = { problem, seed, view };
      client.ask('landscape', { experiment: currentExperiment(), view }, (landscape) => {
        inProgress = null;
        if (!isFormerProblem(problem)) show({ landscape, landscapeOf: problem });
      });
    },
  );
  return () => {
    stopListening();
    stopFollowing();
  };
}

const followData = (client: WorkerClient): (() => void) =>
  follow(
    [experimentStore],
    () => {
      const { problem, seed } = currentExperiment();
      return [problem, seed];
    },
    ([problem]) => {
      if (dataProblemOf(problem) === null) show({ data: null });
      else client.ask('data', { experiment: currentExperiment() }, (data) => show({ data }));
    },
  );

/** The inspection of the selected run's update at the transport's step, as soon as that row has arrived. */
const followInspection = (client: WorkerClient): (() => void) =>
  follow(
    [experimentStore, screenStore, resultStore],
    () => {
      const { trace, traceId } = resultStore.getState();
      const run = Math.min(screenStore.getState().selected, currentExperiment().runs.length - 1);
      const rows = trace?.runs[run]?.rows ?? 0;
      const step = Math.min(currentStep(), rows - 1);
      return step >= 1 && traceId !== null ? [trace, traceId, run, step] : null;
    },
    ([, traceId, run, step]) => client.ask('inspect', { traceId, run, step }, (inspection) => show({ inspection })),
  );
