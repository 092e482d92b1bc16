import { compileLoss, hessianOf, parseExpression } from '../../src/formula';
import { LossEvaluator } from '../../src/engine/loss/evaluator';
import { planAt, planSweep } from '../../src/engine/sweep/plan';
import { summarize } from '../../src/engine/sweep/summary';
import type { SweepRequest } from '../../src/engine/sweep/types';
import type { RunTrace } from '../../src/engine/trace/types';
import { readExperiment, readSweep } from '../../src/experiment';
import type { CustomChoice, Experiment } from '../../src/experiment/core/types';
import { axes, COMPARED, sweepAxes, TEXTS } from '../growth.mjs';
import { onlyRun, type BenchEngine } from './engine';
import { drawNewSum } from './handwrittenSum';
import type { Contest } from './worker';

type Axis = (typeof axes)[number];

/** What is done once for a size, and the same by the float64 reference as far as it is compared: `COMPARED` numbers each. */
interface Work {
  readonly run: () => number[];
  readonly reference: () => number[];
}

/** A contestant for every size; the reference answers for all sizes in turn. */
export const growthContests: Readonly<Record<string, (engine: BenchEngine) => Contest>> = Object.fromEntries(
  axes.map((axis) => [axis.id, (engine: BenchEngine) => growthContest(engine, axis)]),
);

function growthContest(engine: BenchEngine, axis: Axis): Contest {
  const works = axis.sizes.map((size) => workOf(engine, axis, size));
  return {
    ...Object.fromEntries(works.map(({ run }, i) => [String(axis.sizes[i]), run])),
    float64: () => works.flatMap(({ reference }) => reference()),
  };
}

function workOf(engine: BenchEngine, { work, experiment, side = Math.sqrt }: Axis, size: number): Work {
  const given = experiment(size);
  switch (work) {
    case 'run': {
      const valid = readExperiment(given);
      return {
        run: () => lossesAlong(onlyRun(engine.run(valid))),
        reference: () => lossesAlong(onlyRun(engine.reference(valid))),
      };
    }
    case 'copies': {
      const valid = withRates(readExperiment(given), size);
      return {
        run: () => picked(engine.run(valid)).map(lastLoss),
        reference: () => engine.reference({ ...valid, runs: picked(valid.runs) }).map(lastLoss),
      };
    }
    case 'sweep':
      return sweepWork(engine, readExperiment(given), side(size));
    case 'derive': {
      const valid = readExperiment(given);
      return {
        run: () => Array.from({ length: TEXTS }, () => lossAtStart(neverSeen(valid))).at(-1) ?? [],
        reference: () => lossAtStart(valid),
      };
    }
    case 'byHand': {
      const valid = readExperiment({ ...given, steps: 1 });
      return {
        run: () => picked(drawNewSum(engine.backend, size)),
        reference: () => lossesAlong(onlyRun(engine.reference(valid))),
      };
    }
    case 'compile': {
      const valid = readExperiment({ ...given, steps: 1 });
      return {
        run: () => lossesAlong(onlyRun(engine.run(neverSeen(valid)))),
        reference: () => lossesAlong(onlyRun(engine.reference(valid))),
      };
    }
  }
}

/** Some of them, evenly spaced, with the last; some repeated where there are too few. */
const picked = <T>(all: ArrayLike<T>): T[] =>
  Array.from({ length: COMPARED }, (_, i) => all[Math.ceil(((i + 1) * all.length) / COMPARED) - 1] as T);

const lossesAlong = ({ loss }: RunTrace): number[] => picked(loss);
const lastLoss = ({ loss }: RunTrace): number => loss.at(-1) ?? NaN;

/** The only run so many times, at rates between a half of its own and its own. */
function withRates(experiment: Experiment, count: number): Experiment {
  const [run] = experiment.runs;
  if (!run) throw new RangeError('the experiment has no run');
  const runs = Array.from({ length: count }, (_, i) => ({
    ...run,
    hyper: { ...run.hyper, lr: Number(run.hyper.lr) * (1 - i / (2 * count)) },
  }));
  return { ...experiment, runs };
}

function sweepWork(engine: BenchEngine, experiment: Experiment, side: number): Work {
  const { run, x, y, width, height } = readSweep({ ...sweepAxes, width: side, height: side }, experiment);
  const request: SweepRequest = { experiment, run, x, y, width, height };
  const pixels = picked(Array.from({ length: width * height }, (_, pixel) => pixel));
  return {
    run() {
      const { loss } = engine.sweep(request).measures;
      return pixels.map((pixel) => loss[pixel] ?? NaN);
    },
    reference() {
      const sweep = planSweep(request);
      return pixels.map((pixel) => {
        const row = Math.floor(pixel / width);
        return summarize(planAt(sweep, request, pixel - row * width, row), 'float64')[0];
      });
    },
  };
}

/** What planning does to a typed loss, but for the search for its minima, whose length depends on the loss. */
function lossAtStart({ problem, start }: Experiment): number[] {
  const { loss: text, parameters } = typedLoss(problem);
  const loss = compileLoss(parseExpression(text, parameters), parameters, []);
  hessianOf(loss);
  const evaluator = new LossEvaluator({ kind: 'function', loss, constants: new Float64Array() }, 'float64');
  return picked([evaluator.lossAt(Float64Array.from(start ?? []))]);
}

function typedLoss(problem: Experiment['problem']): CustomChoice {
  if (problem.kind !== 'custom') throw new TypeError('the loss is not a typed one');
  return problem;
}

let texts = 0;

/** The experiment with a formula that has not been planned or compiled before: larger by a hair. */
function neverSeen(experiment: Experiment): Experiment {
  texts += 1;
  const problem = typedLoss(experiment.problem);
  return { ...experiment, problem: { ...problem, loss: `${problem.loss}+${texts}e-9` } };
}
