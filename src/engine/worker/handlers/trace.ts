import { runEveryRun } from '../../methods/runEveryRun';
import { planEveryRun } from '../../plan/everyRun';
import type { AnyRunPlan } from '../../plan/types';
import { rowsFrom } from '../../trace/trace';
import type { EngineName, RunRows } from '../../trace/types';
import { traceHeader } from './traceHeader';
import type { Handler } from './types';

export const trace: Handler<'trace'> = function* ({ id, body, service, answer }) {
  const plan = planEveryRun(body.experiment);
  // While one run's slider moves, the traces of the others are used again.
  const traceOn = (engine: EngineName, run: AnyRunPlan) => {
    const { lastTrace } = service;
    if (lastTrace?.engine !== engine) return undefined;
    return lastTrace.runs[lastTrace.plan.runs.findIndex((other) => other === run)];
  };
  let rowsSent: readonly number[] = [];
  const { found, runs, engine } = yield* service.onDevice(function* (device) {
    const { engine } = device.status;
    // After a lost context all rows are computed and sent again.
    rowsSent = [];
    const onRows = (rows: RunRows[]) => {
      rowsSent = rows.map((run) => run.rows);
      answer({ ...traceHeader(plan, engine), runs: rows }, false);
    };
    const options = { onRows, previousTrace: (run: AnyRunPlan) => traceOn(engine, run) };
    const { plan: found, runs } = yield* runEveryRun(plan, device, service.cost, options);
    return { found, runs, engine };
  });
  service.lastTrace = { id, plan: found, runs, engine };
  answer({ ...traceHeader(plan, engine), runs: runs.map((run, i) => rowsFrom(run, rowsSent[i] ?? 0)) });
};
