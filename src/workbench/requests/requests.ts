import type { WorkerClient } from '../../engine/worker/workerClient.types';
import { hasSameAxes } from '../../engine/view/projection';
import type { Trace } from '../../engine/trace/types';
import type { View } from '../../engine/view/types';
import type { Experiment, ProblemChoice } from '../../experiment/core/types';
import { currentExperiment, experimentStore } from '../stores/experimentStore';
import { oncePerFrame } from './frame';
import { pictureStore } from '../stores/pictureStore';
import { screenStore } from '../stores/screenStore';
import { dataProblemOf } from './subject';
import { currentStep } from '../playback/transport';
import { currentView } from './view';
import { whenChanged } from './whenChanged';

/** What a landscape depends on: the problem and its data, not the runs, but for where they hold the parameters off its axes. */
interface Surface {
  readonly problem: ProblemChoice;
  readonly seed: number;
  readonly view: View;
}

/**
 * Whether two surfaces differ in what is held only. That follows the run: while it plays, each next surface waits for
 * the one before it, or every one would be overtaken before it is drawn.
 */
const isSameFrame = (a: Surface, b: Surface): boolean =>
  a.problem === b.problem &&
  a.seed === b.seed &&
  hasSameAxes(a.view, b.view) &&
  a.view.x === b.view.x &&
  a.view.y === b.view.y;

/**
 * Keeps the picture up to date with the experiment and the screen: asks the engine at most once a frame, and only
 * for what has changed. The engine itself drops what was overtaken.
 */
export function connectEngine(engine: WorkerClient): () => void {
  const show = pictureStore.setState.bind(pictureStore);
  const trace = whenChanged((experiment: Experiment) =>
    engine.ask('trace', { experiment }, (answer, id) => show({ trace: answer, traceId: id, error: null })),
  );
  let surface: Surface | null = null;
  const landscape = whenChanged((problem: ProblemChoice, seed: number, view: View) => {
    surface = { problem, seed, view };
    engine.ask('landscape', { experiment: currentExperiment(), view }, (answer) => {
      surface = null;
      show({ landscape: answer });
      askWhatChanged();
    });
  });
  const data = whenChanged<[ProblemChoice, number]>((problem) => {
    if (dataProblemOf(problem) === null) show({ data: null });
    else engine.ask('data', { experiment: currentExperiment() }, (answer) => show({ data: answer }));
  });
  const inspect = whenChanged<[Trace | null, number, number, number]>((...[, traceId, run, step]) =>
    engine.ask('inspect', { traceId, run, step }, (answer) => show({ inspection: answer })),
  );

  const askWhatChanged = oncePerFrame(() => {
    const experiment = currentExperiment();
    trace(experiment);
    const { problem, seed } = experiment;
    const view = currentView();
    if (surface === null || !isSameFrame(surface, { problem, seed, view })) landscape(problem, seed, view);
    data(problem, seed);
    const { trace: answered, traceId } = pictureStore.getState();
    const run = Math.min(screenStore.getState().selected, experiment.runs.length - 1);
    const rows = answered?.runs[run]?.rows ?? 0;
    const step = Math.min(currentStep(), rows - 1);
    if (step >= 1 && traceId !== null) inspect(answered, traceId, run, step);
  });

  const stops = [
    engine.onStatus((status) => show({ status })),
    engine.onError((error) => {
      surface = null;
      show({ error });
    }),
    experimentStore.subscribe(askWhatChanged),
    screenStore.subscribe(askWhatChanged),
    pictureStore.subscribe((state, before) => state.trace !== before.trace && askWhatChanged()),
  ];
  askWhatChanged();
  return () => stops.forEach((stop) => stop());
}
