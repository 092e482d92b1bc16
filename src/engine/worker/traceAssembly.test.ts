import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeSetting, defaultsFor } from '../../experiment';
import type { Experiment } from '../../experiment/core/types';
import { planExperiment } from '../plan/plan';
import type { Plan, RunPlan } from '../plan/types';
import { runReference } from '../float64/reference';
import { choiceOf, descent, runOf } from '../testing/experiments';
import { traceBuffers, rowsFrom, rowsOf, type TraceBuffers } from '../trace/trace';
import { TraceAssembly } from './traceAssembly';
import type { RunRows, Trace, TracePart } from '../trace/types';

/** The loss of the second run overflows; the third has no state. */
const functions = descent(
  choiceOf('rosenbrock'),
  [-1.2, 1],
  60,
  runOf('adam', { lr: 0.02 }),
  runOf('sgd', { lr: 0.5, momentum: 0.9 }),
  runOf('gd', { lr: 0.001 }),
);
const keptBack: Experiment = {
  ...changeSetting(changeSetting(defaultsFor('polynomial-regression'), 'samples', 30), 'validation', 0.3),
  epochs: 12,
};

/** What an engine's buffers hold of a run that was computed to its end. */
function filled(plan: Plan, run: RunPlan, trace: Trace['runs'][number]): TraceBuffers {
  const buffers = traceBuffers(plan, run);
  for (const name of ['params', 'loss', 'validation', 'state'] as const) {
    buffers[name].fill(Number.NaN);
    buffers[name].set(trace[name] ?? []);
  }
  return buffers;
}

test.each([
  ['functions', functions],
  ['data, some of them kept back', keptBack],
])('a trace that comes in parts is the whole one: %s', (_, experiment) => {
  const plan = planExperiment(experiment);
  const whole = runReference(plan);
  const buffers = plan.runs.map((run, i) => filled(plan, run, whole[i] as Trace['runs'][number]));
  const frame = {
    engine: 'cpu',
    parameters: plan.parameters,
    totals: plan.runs.map((run) => run.updates + 1),
    epochSize: 0,
    minima: [],
  } as const;
  const partOf = (runs: RunRows[]): TracePart => ({ ...frame, runs });
  const total = Math.max(...frame.totals);
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: total - 1 }), { minLength: 0, maxLength: 8 }),
      fc.boolean(),
      (cuts, isRestarted) => {
        const stops = cuts.toSorted((a, b) => a - b);
        const assembly = new TraceAssembly();
        const grown: Trace[] = [];
        const send = (until: number) => {
          let rowsSent = plan.runs.map(() => 0);
          for (const stop of stops.slice(0, until)) {
            const parts = plan.runs.map((run, i) =>
              rowsOf(run, buffers[i] as TraceBuffers, rowsSent[i] as number, stop),
            );
            grown.push(assembly.add(partOf(parts)));
            rowsSent = plan.runs.map(() => stop);
          }
          return rowsSent;
        };
        // A context that is lost on the way makes the worker begin anew.
        if (isRestarted) send(Math.ceil(stops.length / 2));
        const rowsSent = send(stops.length);
        const end = assembly.add(partOf(whole.map((trace, i) => rowsFrom(trace, rowsSent[i] as number))));
        expect(end.runs).toEqual(whole);
        for (const trace of grown) {
          trace.runs.forEach((run, i) => {
            const { rows, outcome } = run;
            const all = whole[i] as Trace['runs'][number];
            const shown = Math.min(rows, all.rows);
            for (const name of ['params', 'loss', 'validation', 'state', 'samplesSeen'] as const) {
              const width = (all[name]?.length ?? 0) / all.rows;
              expect(run[name]?.slice(0, shown * width), name).toEqual(all[name]?.slice(0, shown * width));
              expect(run[name]?.length ?? 0, name).toBe(rows * width);
            }
            expect(run.lr.slice(0, shown - 1)).toEqual(all.lr.slice(0, shown - 1));
            expect([run.lr.length, outcome]).toEqual([rows - 1, null]);
          });
        }
      },
    ),
    { numRuns: 25 },
  );
});
