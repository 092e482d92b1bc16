import { testRandomSource } from '../../catalogue/testing/randomSource';
import { algorithms } from '../../engine/methods/algorithms';
import { objectiveOf } from '../../engine/methods/objective';
import type { Evaluations, Objective } from '../../engine/methods/types';
import { planEveryRun } from '../../engine/plan/everyRun';
import type { Experiment } from '../../experiment/core/types';

interface MethodRows {
  readonly rows: number[][];
  /** What the whole run has evaluated. */
  readonly count: Evaluations;
}

/** The one run of an experiment, by a classical method, with an objective that `change` makes of the page's. */
function methodRows(experiment: Experiment, change: (number: number) => number): MethodRows {
  const plan = planEveryRun(experiment);
  const [run] = plan.runs;
  const algorithm = algorithms[run?.optimizer ?? ''];
  if (run?.by !== 'method' || !algorithm) throw new RangeError('no run by a method');
  const { objective, count } = objectiveOf(plan);
  const changed: Objective = {
    value: (point) => change(objective.value(point)),
    gradient: (point) => objective.gradient(point).map(change),
    hessian: (point) => objective.hessian(point).map((row) => row.map(change)),
  };
  const rows: number[][] = [];
  for (const { point } of algorithm(changed, Array.from(run.start), run.hyper)) {
    rows.push([...point]);
    if (rows.length > run.updates || !point.every(Number.isFinite)) break;
  }
  return { rows, count };
}

/** How often the run evaluates its loss, its gradient and its Hessian. */
export const evaluationsOf = (experiment: Experiment): Evaluations => methodRows(experiment, (x) => x).count;

/** Cubics through points of a parabola are all rounding: it takes several runs to meet one whose minimum is used. */
const SHAKEN_RUNS = 12;

/** The rows of the run if everything that it evaluates is off by up to two units in the last place, in several ways. */
export const shakenMethodRows = (experiment: Experiment): number[][][] =>
  Array.from({ length: SHAKEN_RUNS }, (_, seed) => {
    const { uniform } = testRandomSource(seed + 1);
    return methodRows(experiment, (x) => x * (1 + 2 ** -52 * Math.round(4 * uniform() - 2))).rows;
  });
