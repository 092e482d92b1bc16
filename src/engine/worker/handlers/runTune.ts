import { rateCurve, type RateCurve, type RunComputer } from '../../tuning/rateCurve';
import { sweepBy, traceBy } from './byEngine';
import type { Handler } from './types';

export const runTune: Handler<'runTune'> = function* ({ body: { experiment, runs, engine }, service, answer }) {
  const computer: RunComputer = {
    sweep: (request) => sweepBy(engine, request, service),
    trace: (one) => traceBy(engine, one, service),
  };
  const curves: RateCurve[] = [];
  for (const run of runs) curves.push(yield* rateCurve(experiment, run, computer));
  answer(curves);
};
