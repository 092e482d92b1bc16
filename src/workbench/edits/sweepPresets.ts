import {
  addRun,
  axisChoices,
  changeOptimizer,
  changeProblem,
  defaultSweep,
  isSameTarget,
  parametersOf,
} from '../../experiment';
import type { AxisTarget, Experiment, SweepMeasure } from '../../experiment/core/types';
import { currentExperiment, edit } from '../stores/experimentStore';
import { shownMinima } from '../stores/shownMinima';
import { resultStore } from '../stores/resultStore';
import { isFull } from './edits';
import { screenStore, setScreen } from '../stores/screenStore';
import { currentSweep, sweepStore } from '../stores/sweepStore';

export const sweepPresets = ['momentum', 'condition', 'basins', 'betas'] as const;
export type SweepPreset = (typeof sweepPresets)[number];

/**
 * What a preset sets up: the experiment, perhaps a changed one, the run that is swept, the two axes and the measure.
 */
interface Prepared {
  readonly experiment: Experiment;
  readonly run: number;
  readonly x: AxisTarget;
  readonly y: AxisTarget;
  readonly measure: SweepMeasure;
}

/**
 * The selected run if it has these hyperparameters, otherwise the first run that has them, otherwise a new run; with
 * no room for one, the selected run with another optimizer.
 */
function withRunOf(names: readonly string[], optimizer: string): Pick<Prepared, 'experiment' | 'run'> {
  const experiment = currentExperiment();
  const selected = Math.min(screenStore.getState().selected, experiment.runs.length - 1);
  const has = ({ hyper }: Experiment['runs'][number]) => names.every((name) => Object.hasOwn(hyper, name));
  const order = [selected, ...experiment.runs.keys()];
  const found = order.find((index) => experiment.runs.slice(index, index + 1).some(has));
  if (found !== undefined) return { experiment, run: found };
  if (isFull(experiment)) return { experiment: changeOptimizer(experiment, selected, optimizer), run: selected };
  return { experiment: addRun(experiment, optimizer), run: experiment.runs.length };
}

/** The problem that has its condition number as a constant. */
const BOWL = { id: 'quadratic', constant: 'kappa' } as const;
/** A function with several minima. */
const BASINS = 'himmelblau';

const hyper = (name: string): AxisTarget => ({ kind: 'hyper', name });

const prepare: Readonly<Record<SweepPreset, () => Prepared>> = {
  momentum: () => ({ ...withRunOf(['lr', 'momentum'], 'sgd'), x: hyper('lr'), y: hyper('momentum'), measure: 'loss' }),
  betas: () => ({ ...withRunOf(['beta1', 'beta2'], 'adam'), x: hyper('beta1'), y: hyper('beta2'), measure: 'loss' }),
  condition: () => {
    const { experiment, run } = currentSweep();
    const isBowl = experiment.problem.kind === 'function' && experiment.problem.id === BOWL.id;
    return {
      experiment: isBowl ? experiment : changeProblem(experiment, BOWL.id),
      run,
      x: hyper('lr'),
      y: { kind: 'constant', name: BOWL.constant },
      measure: 'loss',
    };
  },
  basins: () => {
    const { experiment, run } = currentSweep();
    const isPlane = parametersOf(experiment.problem).length > 1;
    const shown = isPlane ? experiment : changeProblem(experiment, BASINS);
    return {
      experiment: shown,
      run,
      x: { kind: 'start', index: 0 },
      y: { kind: 'start', index: 1 },
      measure: shownMinima(shown.problem, resultStore.getState().trace).length > 1 ? 'minimum' : 'outcome',
    };
  },
};

/**
 * Sets up a sweep that shows something well known. If it needs another problem or one more run, that is one entry of
 * the history.
 */
export function applyPreset(preset: SweepPreset): void {
  const { experiment, run: selected, measure, ...axes } = prepare[preset]();
  if (experiment !== currentExperiment()) edit(experiment);
  const run = experiment.runs[selected];
  const choices = run ? axisChoices(experiment, run) : [];
  const axisOf = (wanted: AxisTarget) => choices.find(({ target }) => isSameTarget(target, wanted))?.axis;
  const usual = defaultSweep(choices, axisOf(axes.x));
  sweepStore.setState({ zoomHistory: [] });
  setScreen({ selected, sweep: { ...usual, y: axisOf(axes.y) ?? usual.y, measure } });
}
