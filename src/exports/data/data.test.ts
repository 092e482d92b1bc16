import { describe, expect, test } from 'vitest';
import { inspectStep } from '../../engine/float64/inspect';
import { loadMethods } from '../../engine/methods/load';
import { runEveryReference } from '../../engine/methods/runEveryRun';
import { runToEnd } from '../../engine/common/slice';
import { planEveryRun } from '../../engine/plan/everyRun';
import { planExperiment } from '../../engine/plan/plan';
import { pointAtRow } from '../../engine/trace/rows';
import type { Trace } from '../../engine/trace/types';
import { defaultExperiment, fromAxisJson, parseExperiment, readExperiment, toJson } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import { readCsv } from '../testing/readCsv';
import { stepTable } from './stepTable';
import { sweepTable } from './sweepTable';
import { traceTable } from './traceTable';
import { csvOf, jsonOf } from './write';

/** A trace of the reference, as the worker would send it. */
function traceOf(experiment: Experiment): Trace {
  const plan = planEveryRun(experiment);
  const runs = runToEnd(runEveryReference(plan));
  const epochSize = experiment.problem.kind === 'data' ? 90 : 0;
  const { parameters } = plan;
  return { engine: 'float64', parameters, totals: runs.map(({ rows }) => rows), runs, epochSize, minima: [] };
}

const functions = readExperiment({
  version: 1,
  problem: { id: 'rosenbrock', constants: { a: 1, b: 100 } },
  start: [-1.5, 2],
  steps: 60,
  seed: 1,
  runs: [
    { optimizer: 'adam', hyper: { lr: 0.05 } },
    { optimizer: 'sgd', hyper: { lr: 0.1 } },
  ],
});

const data = readExperiment({
  version: 1,
  problem: { id: 'linear-regression', data: { samples: 100, validation: 0.1 } },
  epochs: 2,
  seed: 3,
  runs: [{ optimizer: 'sgd', hyper: { lr: 0.05 }, batch: { size: 10 } }],
});

describe('the trace as CSV', () => {
  const trace = traceOf(functions);
  const { head, names, column, experiment } = readCsv(csvOf(traceTable(trace, functions)));

  test('reads back as the same numbers, to the last bit', () => {
    expect(names).toEqual(['run', 'step', 'x', 'y', 'loss', 'lr']);
    const rows = trace.runs.flatMap((run) => Array.from({ length: run.rows }, (_, row) => [...pointAtRow(run, row)]));
    expect(column('x')).toEqual(rows.map(([x]) => x));
    expect(column('y')).toEqual(rows.map(([, y]) => y));
    expect(column('loss')).toEqual(trace.runs.flatMap((run) => [...run.loss.subarray(0, run.rows)]));
    expect(column('lr')).toEqual(trace.runs.flatMap((run) => [null, ...run.lr.subarray(0, run.rows - 1)]));
  });

  test('counts evaluations where a classical method is among the runs', async () => {
    await loadMethods();
    const both = readExperiment({
      ...toJson(functions),
      runs: [{ optimizer: 'newton' }, { optimizer: 'gd', hyper: { lr: 0.001 } }],
    });
    const traced = traceOf(both);
    const { names: wanted, column: of } = readCsv(csvOf(traceTable(traced, both)));
    expect(wanted.at(-1)).toBe('evaluations');
    const [newton, descent] = traced.runs;
    // A Hessian of two parameters counts twice.
    const counts = newton?.method?.evaluations.map(
      ([losses = 0, gradients = 0, hessians = 0]) => losses + gradients + 2 * hessians,
    );
    expect(of('evaluations')).toEqual([
      ...(counts ?? []),
      ...Array.from({ length: descent?.rows ?? 0 }, (_, row) => row),
    ]);
  });

  test('keeps what is not finite', () => {
    expect(trace.runs[1]?.outcome?.kind).toBe('diverged');
    expect(column('loss').some((loss) => !Number.isFinite(loss))).toBe(true);
  });

  test('says at its head what it is, in which units, how the runs ended, and which experiment repeats it', () => {
    expect(head).toContain('engine: float64');
    expect(head).toContain('loss: (a - x)^2 + b*(y - x^2)^2');
    expect(head.find((line) => line.startsWith('run 2: '))).toMatch(
      /^run 2: sgd, diverged \((overflow|nan)\) at step \d+$/,
    );
    for (const name of names) expect(head.some((line) => line.startsWith(`column ${name} [`))).toBe(true);
    expect(parseExperiment(experiment).experiment).toEqual(functions);
  });
});

test('data have epochs, the validation loss and the unit of their loss', () => {
  const trace = traceOf(data);
  const { head, names, column } = readCsv(csvOf(traceTable(trace, data)));
  expect(names.slice(0, 3)).toEqual(['run', 'step', 'epoch']);
  expect(column('epoch').at(-1)).toBe(2);
  expect(column('validation')).toEqual([...(trace.runs[0]?.validation ?? [])]);
  expect(head.some((line) => line.startsWith('column loss [unit of the target, squared]'))).toBe(true);
});

test('a run that is not complete is not written', () => {
  const trace = traceOf(defaultExperiment);
  const runs = trace.runs.map((run) => ({ ...run, outcome: null }));
  expect(() => traceTable({ ...trace, runs }, defaultExperiment)).toThrow('still being computed');
});

test('JSON holds the same table, with texts for what is not finite', () => {
  const table = traceTable(traceOf(functions), functions);
  const json = JSON.parse(jsonOf(table)) as { columns: { name: string }[]; rows: unknown[][]; experiment: unknown };
  expect(json.experiment).toEqual(toJson(functions));
  expect(json.columns.map(({ name }) => name)).toEqual(table.columns.map(({ name }) => name));
  const read = json.rows.map((row) => row.map((cell) => (cell === null ? null : Number(cell))));
  expect(read).toEqual(table.rows);
});

test('a sweep has a row for each run that has been computed, with both settings', () => {
  const [x, y] = [
    fromAxisJson({ of: 'lr', from: 0.001, to: 1, scale: 'log' }),
    fromAxisJson({ of: 'start.1', from: -1, to: 1, scale: 'linear' }),
  ];
  const measures = {
    loss: Float32Array.of(0.1, 2, Infinity, 4, NaN, 6),
    bestLoss: Float32Array.of(1, 2, 3, 4, 5, 6),
    steps: Float32Array.of(7, NaN, 9, 1, 1, 1),
    outcome: Float32Array.of(0, 1, 5, 0, 0, 0),
    minimum: Float32Array.of(0, -1, -1, 0, 0, 0),
  };
  const grid = { engine: 'webgl', width: 3, height: 2, done: 1, measures } as const;
  const table = sweepTable(grid, { experiment: functions, run: 0, x, y, steps: 60, onlyLoss: false });
  const { names, rows, column, head } = readCsv(csvOf(table));
  expect(names).toEqual(['lr', 'start.1', 'finalLoss', 'lowestLoss', 'stepsToConverge', 'outcome', 'minimum']);
  expect(column('lr')[0]).toBe(0.001);
  expect(column('lr')[1]).toBeCloseTo(Math.sqrt(0.001), 15);
  expect(column('lr')[2]).toBe(1);
  expect(column('start.1')).toEqual([-1, -1, -1]);
  expect(column('finalLoss')).toEqual([Math.fround(0.1), 2, Infinity]);
  expect(rows.map((row) => row.slice(4))).toEqual([
    ['7', 'converged', '0'],
    ['', 'moving', ''],
    ['9', 'diverged', ''],
  ]);
  expect(head).toContain('rows computed: 1 of 2');
});

test('the table of a step has every quantity of the rule', () => {
  const plan = planExperiment(functions);
  const inspection = inspectStep(plan, 0, 1, { params: [-1.5, 2], state: [0, 0, 0, 0] });
  const { column, rows } = readCsv(csvOf(stepTable(inspection, plan.parameters, functions)));
  const value = (quantity: string, parameter: string) =>
    column('value')[rows.findIndex((row) => row[0] === 'line' && row[1] === quantity && row[2] === parameter)];
  // The gradient of Rosenbrock's function, differentiated by hand.
  const [gx, gy] = [2 * (-1.5 - 1) - 400 * -1.5 * (2 - 2.25), 200 * (2 - 2.25)];
  expect(value('g', 'x')).toBeCloseTo(gx, 9);
  expect(value('g', 'y')).toBeCloseTo(gy, 9);
  expect(value('m', 'x')).toBeCloseTo(0.1 * gx, 9);
});
