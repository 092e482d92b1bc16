import { findOptimizer, ruleOf } from '../../catalogue';
import type { Experiment, LowerTab, Run } from './types';

/** What can stand on a stage: the plots of the workbench and of its tabs, and the rule as mathematics. */
export const stagePlots = ['path', 'loss', 'data', 'sweep', 'curvature', 'rule'] as const;
export type StagePlot = (typeof stagePlots)[number];

/** A control that stands on a stage: a hyperparameter of a run by its name, or the run's batch size. */
export interface StageControl {
  /** Index of the run. */
  readonly run: number;
  readonly name: string;
}

/** The name of the control of a run's batch size; no hyperparameter has it. */
export const BATCH_SIZE = 'batch';

/**
 * A reduced view of the page: which plots and which controls are on view. Everything else of the experiment is locked. The
 * workbench is the view with everything, for which the screen field `stage` is null.
 */
export interface Stage {
  /** In the order in which they stand, the large one first. */
  readonly plots: readonly StagePlot[];
  readonly controls: readonly StageControl[];
  /** Whether the start of all runs can be moved in the path's plot. */
  readonly movesStart: boolean;
  /** Whether sliders have the stability edge and a sentence says what comes of them; without, a class can look for the edge. */
  readonly showsHints: boolean;
  /** Key of the words beside the plots. It may come from a link, so there may be no such words. */
  readonly words: string | null;
}

/** The plots of a stage for which nothing was chosen. */
export const defaultPlots: readonly StagePlot[] = ['path', 'loss'];

/** The most controls that a stage has by itself: more would leave the plots no room. */
const DEFAULT_CONTROLS = 3;

/**
 * The stage of an experiment for which nothing was chosen: path and loss, with the learning rates of its first runs.
 * @param tab the open tab of the workbench, whose plot stands beside them
 */
export const defaultStage = ({ runs }: Experiment, tab: LowerTab = 'rule'): Stage => ({
  plots: [...defaultPlots, ...stagePlots.filter((plot) => plot === tab && plot !== 'rule')],
  controls: runs
    .flatMap((run, index) => (stageControlsOf(run).includes('lr') ? [{ run: index, name: 'lr' }] : []))
    .slice(0, DEFAULT_CONTROLS),
  movesStart: true,
  showsHints: true,
  words: null,
});

/** The names of all controls that a run can have on a stage. */
export function stageControlsOf({ optimizer, batch }: Run): readonly string[] {
  const found = findOptimizer(optimizer);
  const numbers = found ? ruleOf(found).hyper.filter(({ flag }) => !flag) : [];
  return [...numbers.map(({ name }) => name), ...(batch ? [BATCH_SIZE] : [])];
}
