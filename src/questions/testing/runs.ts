import { planExperiment } from '../../engine/plan/plan';
import type { Plan } from '../../engine/plan/types';
import { runReference } from '../../engine/float64/reference';
import type { Precision } from '../../engine/loss/evaluator';
import { readFinder, type FinderReading } from '../../engine/series/finder';
import type { RunTrace } from '../../engine/trace/types';
import { readExperiment } from '../../experiment';
import { finderExperiment } from '../../experiment/finder';
import type { ScriptRun } from '../../lessons/testing/evidence';
import type { QuestionExperiment } from '../types';

/** One run, as claims read it. */
export interface QuestionRun extends ScriptRun {
  readonly lr: readonly number[];
  /** Rows of states x parameters; absent where an engine does not tell them. */
  readonly state?: readonly (readonly number[])[];
}

/** An experiment and what its runs did. */
export interface Computed {
  readonly experiment: QuestionExperiment;
  readonly plan: Plan;
  readonly runs: readonly QuestionRun[];
}

const rowsOf = (flat: Float64Array, rows: number): number[][] => {
  const width = flat.length / rows;
  return Array.from({ length: rows }, (_, row) => [...flat.subarray(row * width, (row + 1) * width)]);
};

function recordOf({ params, loss, validation, rows, outcome, lr, state }: RunTrace): QuestionRun {
  if (!outcome) throw new Error('a run without an end');
  return {
    params: rowsOf(params, rows),
    loss: [...loss],
    ...(validation && { validation: [...validation] }),
    outcome,
    lr: [...lr],
    state: rowsOf(state, rows),
  };
}

/** Runs an experiment in plain TypeScript: the float64 reference or, in float32, the programs of the CPU engine. */
export function compute(experiment: QuestionExperiment, precision: Precision): Computed {
  const plan = planExperiment(readExperiment(experiment));
  return { experiment, plan, runs: runReference(plan, precision).map(recordOf) };
}

/** What the learning-rate finder says of each run of an experiment. */
export const finderOf = (experiment: QuestionExperiment, precision: Precision): FinderReading[] =>
  runReference(planExperiment(finderExperiment(readExperiment(experiment))), precision).map(readFinder);
