import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseTrajectories, toExperiment, type TrajectoryCase } from '../../catalogue/golden/cases';
import { precisionOf, roundingOf } from '../../experiment/log';
import { runReference } from '../float64/reference';
import { planExperiment } from '../plan/plan';
import { agreementOf, type ComparedLog, type ReferenceRun } from './agreement';

/* PyTorch's own runs are the logs: each is equal to our run of the same name, and to no other. */

const cases = parseTrajectories(
  JSON.parse(readFileSync(new URL('../../catalogue/golden/trajectories.json', import.meta.url), 'utf8')),
);

function referenceOf(
  golden: TrajectoryCase,
  change: (hyper: Record<string, number | boolean>) => void = () => undefined,
): ReferenceRun {
  const experiment = toExperiment(golden);
  const runs = experiment.runs.map((run) => {
    const hyper = { ...run.hyper };
    change(hyper);
    return { ...run, hyper };
  });
  const plan = planExperiment({ ...experiment, runs });
  const [exact] = runReference(plan);
  const [single] = runReference(plan, 'float32');
  if (!exact || !single) throw new RangeError('no run');
  return { exact, single };
}

interface Written {
  readonly first?: number;
  readonly every?: number;
  readonly round?: (value: number) => number;
  readonly withPath?: boolean;
}

/** The log of a golden run, as a program would have written it. */
function logOf(
  { theta, loss }: TrajectoryCase,
  { first = 0, every = 1, round = (value) => value, withPath = true }: Written = {},
): ComparedLog {
  const rows = loss.flatMap((_, row) => (row % every === 0 ? [row] : []));
  const values = rows.map((row) => round(loss[row] ?? NaN));
  const steps = Int32Array.from(rows, (row) => row + first);
  const points = rows.flatMap((row) => (theta[row] ?? []).map(round));
  const [precision, ofPoints] = [precisionOf(values), precisionOf(points)];
  return {
    steps,
    updates: steps,
    loss: Float64Array.from(values),
    params: withPath ? Float64Array.from(points) : null,
    isFloat32: precision.kind === 'float32',
    lossRounding: (value) => roundingOf(precision, value),
    pathRounding: (value) => roundingOf(ofPoints, value),
  };
}

const forms: readonly (readonly [string, Written])[] = [
  ['in float64', {}],
  ['in float32', { round: Math.fround }],
  ['rounded to four decimals', { round: (value) => (Number.isFinite(value) ? Number(value.toFixed(4)) : value) }],
  ['counted from 1', { first: 1 }],
  ['every tenth step', { every: 10 }],
  ['without its points', { withPath: false }],
];

describe.each(forms)('a log of PyTorch %s', (_, written) => {
  test.each(cases.map((golden) => [golden.name, golden] as const))('%s: agrees at all steps', (_name, golden) => {
    const log = logOf(golden, written);
    const agreement = agreementOf(log, [referenceOf(golden)]);
    expect(agreement?.parting).toBeNull();
    expect(agreement?.equal).toBe(agreement?.compared);
    expect(agreement?.compared).toBeGreaterThan(0);
  });
});

const rosenbrock = cases.find(({ optimizer, surface }) => optimizer === 'Adam' && surface === 'rosenbrock') ?? cases[0];
if (!rosenbrock) throw new RangeError('no golden run');

describe('a log that parts', () => {
  test.each([1, 3, 20])('from step %i on by a ten thousandth is found to part there, also in float32', (step) => {
    for (const round of [Math.fround, (value: number) => value]) {
      const log = logOf(rosenbrock, { round, withPath: false });
      const loss = log.loss.map((value, row) => (row < step ? value : round(value * 1.0001)));
      const agreement = agreementOf({ ...log, loss }, [referenceOf(rosenbrock)]);
      expect(agreement).toMatchObject({ equal: step, parting: { step, row: step, parameter: null } });
    }
  });

  test('in a parameter alone is found by it', () => {
    const log = logOf(rosenbrock);
    const width = (log.params?.length ?? 0) / log.steps.length;
    const params = log.params?.map((value, i) => (i === 7 * width + 1 ? value + 0.001 : value)) ?? null;
    expect(agreementOf({ ...log, params }, [referenceOf(rosenbrock)])?.parting).toMatchObject({
      step: 7,
      parameter: 1,
    });
  });

  test('has the default of another library: eps of 1e-7 instead of 1e-8 shows in float64 after a few steps', () => {
    const other = referenceOf(rosenbrock, (hyper) => (hyper['eps'] = 1e-7));
    const agreement = agreementOf(logOf(rosenbrock), [other]);
    expect(agreement?.parting?.row).toBeLessThan(20);
    expect(agreementOf(logOf(rosenbrock, { round: Math.fround }), [other])?.parting).toBeNull();
  });

  test('counts from 1: the step is named as the log counts', () => {
    const log = logOf(rosenbrock, { first: 1, withPath: false });
    const loss = log.loss.map((value, row) => (row < 12 ? value : value + 1));
    expect(agreementOf({ ...log, loss }, [referenceOf(rosenbrock)])).toMatchObject({
      offset: 1,
      parting: { step: 13, row: 12 },
    });
  });
});

test('points after the update beside losses before it are compared as they were written', () => {
  const log = logOf(rosenbrock);
  const width = (log.params?.length ?? 0) / log.steps.length;
  const rows = log.steps.length - 1;
  const shifted = {
    ...log,
    steps: log.steps.slice(0, rows),
    updates: log.updates.slice(0, rows),
    loss: log.loss.slice(0, rows),
    params: log.params?.slice(width) ?? null,
  };
  expect(agreementOf(shifted, [referenceOf(rosenbrock)])).toMatchObject({ offset: 0, pathOffset: -1, parting: null });
});

test('the nearest run is the one with which the log agrees longest', () => {
  const slower = referenceOf(rosenbrock, (hyper) => (hyper['lr'] = Number(hyper['lr']) / 2));
  expect(agreementOf(logOf(rosenbrock), [slower, referenceOf(rosenbrock)])).toMatchObject({ run: 1, parting: null });
});

test('steps that our run does not have are not compared', () => {
  const log = logOf(rosenbrock);
  expect(agreementOf({ ...log, updates: log.updates.map((step) => step + 1e6) }, [referenceOf(rosenbrock)])).toBeNull();
});
