import { describe, expect, test } from 'vitest';
import { tanhNetwork } from '../../catalogue/models/network';
import {
  changeBatch,
  changeModifiers,
  changeSetting,
  decodeLink,
  defaultsFor,
  encodeLink,
  fullBatch,
  type Experiment,
} from '../../experiment';
import type { Modifiers } from '../../experiment/core/types';
import { compileFunction, parseExpression } from '../../formula';
import { isNoisy } from '../theory/edge';
import { inspectStep } from '../float64/inspect';
import { planExperiment } from '../plan/plan';
import { planOnData } from '../testing/experiments';
import type { DataRunPlan } from '../plan/types';
import { runReference } from '../float64/reference';
import { LossEvaluator } from '../loss/evaluator';
import { trainingEvaluator } from '../float64/stepper';
import { experimentAt, type SweepRequest } from '../sweep';
import { sweepReference } from '../sweep/sweep';
import { groupsOf } from '../gpu/trajectory';
import { visitTable } from '../gpu/visitTable';

/** One run on a small network, with these modifiers. */
function network(modifiers: Modifiers, problem = 'network-fit', hidden = 3): Experiment {
  const fresh = changeSetting(changeSetting({ ...defaultsFor(problem), epochs: 30 }, 'hidden', hidden), 'samples', 40);
  return changeModifiers({ ...fresh, runs: fresh.runs.slice(0, 1) }, 0, modifiers);
}

const firstOf = (experiment: Experiment): DataRunPlan => {
  const [run] = planOnData(experiment).runs;
  if (!run) throw new RangeError('no run');
  return run;
};

const droppedBy = (run: DataRunPlan) => {
  if (!run.dropout) throw new RangeError('no dropout');
  return run.dropout;
};

describe('the masked network', () => {
  const { parameters, output, masked, masks } = tanhNetwork(3, ['x1', 'x2']);
  const names = [...parameters, 'x1', 'x2'];
  const values = names.map((_, i) => Math.sin(3 * i + 1));
  const whole = compileFunction(parseExpression(output, names), names)(values);
  const masking = compileFunction(parseExpression(masked, [...names, ...masks]), [...names, ...masks]);

  test.each([0.1, 0.5, 0.9])(
    'gives the whole network’s output on average over all masks, where %d are left out',
    (p) => {
      let mean = 0;
      for (let mask = 0; mask < 2 ** masks.length; mask += 1) {
        const flags = masks.map((_, unit) => (mask >> unit) & 1);
        const chance = flags.reduce<number>((product, flag) => product * (flag ? 1 - p : p), 1);
        mean += chance * masking([...values, ...flags.map((flag) => flag / (1 - p))]);
      }
      expect(mean).toBeCloseTo(whole, 12);
    },
  );

  test('is the whole one, bit for bit, where nothing is left out', () => {
    expect(masking([...values, 1, 1, 1])).toBe(whole);
  });
});

describe('sampled masks', () => {
  test('leave out each unit with probability p, independently, and scale the others', () => {
    const run = firstOf({ ...network({ dropout: 0.3 }), epochs: 500 });
    const { stays, units, scale } = droppedBy(run);
    const visits = run.visits.length;
    expect([units, stays.length, scale]).toEqual([3, 3 * visits, 1 / 0.7]);
    const share = (stays: (visit: number) => boolean) =>
      Array.from({ length: visits }, (_, visit) => stays(visit)).filter(Boolean).length / visits;
    const isStaying = (visit: number, unit: number) => stays[units * visit + unit] === 1;
    // Four standard deviations of a share of 20,000 random numbers.
    const within = (chance: number) => 4 * Math.sqrt((chance * (1 - chance)) / visits);
    for (const unit of [0, 1, 2]) {
      expect(Math.abs(share((visit) => isStaying(visit, unit)) - 0.7)).toBeLessThan(within(0.7));
      expect(
        Math.abs(share((visit) => isStaying(visit, unit) && isStaying(visit, (unit + 1) % 3)) - 0.49),
      ).toBeLessThan(within(0.49));
      expect(
        Math.abs(share((visit) => visit > 0 && isStaying(visit, unit) && isStaying(visit - 1, unit)) - 0.49),
      ).toBeLessThan(within(0.49));
    }
  });

  test('differ for another seed, and are the same for all runs of an experiment', () => {
    const experiment = network({ dropout: 0.3 });
    const [one, two] = planOnData({ ...experiment, runs: [...experiment.runs, ...experiment.runs] }).runs;
    expect(one?.dropout).toBe(two?.dropout);
    expect(droppedBy(firstOf({ ...experiment, seed: 2 })).stays).not.toEqual(one?.dropout?.stays);
  });

  test('differ in every update, also of a full batch', () => {
    const run = firstOf(changeBatch(network({ dropout: 0.5 }), 0, fullBatch));
    const { stays } = droppedBy(run);
    expect([run.updates, run.visits.length]).toEqual([30, 1200]);
    expect(stays.slice(0, 120)).not.toEqual(stays.slice(120, 240));
  });

  test('stand behind the columns in the table of samples, in every order of visits', () => {
    const run = firstOf(network({ dropout: 0.5 }));
    const { data } = planOnData(network({ dropout: 0.5 }));
    const { stays } = droppedBy(run);
    const twice = Int32Array.from([...run.visits, ...run.visits]);
    const table = visitTable(data, twice, droppedBy(run));
    for (const visit of [0, 1, 77, run.visits.length - 1, run.visits.length + 5]) {
      const sample = twice[visit] ?? Number.NaN;
      const own = visit % run.visits.length;
      const expected = [
        data.columns[0]?.[sample],
        data.columns[1]?.[sample],
        ...[0, 1, 2].map((unit) => 2 * (stays[3 * own + unit] ?? Number.NaN)),
      ];
      expect([...table.slice(8 * visit, 8 * visit + 5)]).toEqual(
        expected.map((value) => Math.fround(value ?? Number.NaN)),
      );
    }
  });
});

describe.each(['network-fit', 'network-classes'])('runs on %s', (problem) => {
  const dropped = network({ dropout: 0.4 }, problem);
  const plain = network({}, problem);

  test('descend the gradient of the loss under their masks', () => {
    const plan = planOnData(dropped);
    const run = firstOf(dropped);
    const { loss: program, stays, units, scale } = droppedBy(run);
    const { data } = plan;
    const names = [...program.parameters, ...program.others];
    const text = modelText(problem);
    const loss = compileFunction(parseExpression(text, names), names);
    const update = 7;
    const [from = 0, to = 0] = [run.batches.start[update], run.batches.end[update]];
    const mean = (point: readonly number[]) => {
      const losses = Array.from({ length: to - from }, (_, i) => {
        const visit = from + i;
        const sample = run.visits[visit] ?? Number.NaN;
        const factors = Array.from({ length: units }, (__, unit) => (stays[visit * units + unit] === 1 ? scale : 0));
        return loss([...point, ...data.columns.map((column) => column[sample] ?? Number.NaN), ...factors]);
      });
      return losses.reduce((sum, value) => sum + value, 0) / losses.length;
    };
    const point = Array.from(run.start);
    const h = 1e-5;
    const differences = point.map(
      (value, i) => (mean(point.with(i, value + h)) - mean(point.with(i, value - h))) / (2 * h),
    );
    const gradient = Array.from(trainingEvaluator(plan, run, 'float64').gradient(point, run, update));
    gradient.forEach((slope, i) => expect(slope).toBeCloseTo(differences[i] ?? Number.NaN, 8));
    expect(inspectStep(plan, 0, update + 1, { params: run.start, state: run.startState }).gradient).toEqual(gradient);
    const whole = Array.from(new LossEvaluator(plan, 'float64').gradient(point, run, update));
    expect(Math.hypot(...whole.map((slope, i) => slope - (gradient[i] ?? Number.NaN)))).toBeGreaterThan(1e-3);
  });

  test('record the loss of the whole network', () => {
    const [trace] = runReference(planExperiment(dropped));
    const evaluator = new LossEvaluator(planExperiment(plain), 'float64');
    const width = planExperiment(plain).parameters.length;
    for (const row of [0, 1, 60])
      expect(trace?.loss[row]).toBe(evaluator.lossAt(trace?.params.subarray(row * width, row * width + width) ?? []));
    expect(trace?.params).not.toEqual(runReference(planExperiment(plain))[0]?.params);
  });

  test('are plain ones, bit for bit, where nothing is left out', () => {
    expect(runReference(planExperiment(network({ dropout: 0 }, problem)))).toEqual(runReference(planExperiment(plain)));
  });

  test('are said to be noisy, whatever their batch', () => {
    const full = planExperiment(changeBatch(dropped, 0, fullBatch));
    expect(full.runs.map((run) => isNoisy(run))).toEqual([true]);
  });

  test('are a separate group from plain runs of the same rule', () => {
    const runs = [...plain.runs, ...dropped.runs, ...plain.runs, ...dropped.runs];
    const plan = planExperiment({ ...plain, runs });
    expect(groupsOf(plan).map(({ members }) => members)).toEqual([
      [0, 2],
      [1, 3],
    ]);
    expect(groupsOf(plan).map(({ plan: { training } }) => training === plan.loss)).toEqual([true, false]);
  });

  test('are the same as a pixel of a sweep', () => {
    const [x, y] = [
      { of: 'lr', from: 0.01, to: 0.1, scale: 'log' },
      { of: 'momentum', from: 0, to: 0.9, scale: 'linear' },
    ] as const;
    const request: SweepRequest = { experiment: { ...dropped, epochs: 3 }, run: 0, x, y, width: 2, height: 2 };
    const swept = [...sweepReference(request)].at(-1)?.measures.loss;
    [0, 1].forEach((column) => {
      const [trace] = runReference(planExperiment(experimentAt(request, column, 1)));
      expect(swept?.[2 + column]).toBeCloseTo(trace?.loss.at(-1) ?? Number.NaN, 6);
    });
  });
});

test('a link contains the probability', () => {
  const experiment = network({ dropout: 0.2 });
  const link = encodeLink({ experiment, lossScale: 'log', lossAxis: 'step' });
  expect(link).toContain('dropout=0.2');
  expect(decodeLink(link)).toMatchObject({ state: { experiment }, complaints: [] });
});

/** The loss of a sample of three hidden units, written out here. */
function modelText(problem: string): string {
  const units = [1, 2, 3].map((i) =>
    problem === 'network-fit' ? `k${i}*v${i}*tanh(w${i}*x + b${i})` : `k${i}*v${i}*tanh(w${i}1*x1 + w${i}2*x2 + b${i})`,
  );
  const z = `(${units.join(' + ')} + c)`;
  return problem === 'network-fit' ? `(${z} - y)^2/2` : `log(1 + exp(${z})) - y*${z}`;
}
