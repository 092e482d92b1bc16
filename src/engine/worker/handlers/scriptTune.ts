import { rateCurve } from '../../tuning/rateCurve';
import type { RateCurve } from '../../tuning/triedRates';
import { sweepBy } from './scriptSweep';
import type { Handler } from './types';

export const scriptTune: Handler<'scriptTune'> = function* ({ body: { experiment, runs, engine }, service, answer }) {
  const precision = engine === 'float64' ? 'float64' : 'float32';
  const curves: RateCurve[] = [];
  for (const run of runs)
    curves.push(yield* rateCurve(experiment, run, precision, (request) => sweepBy(engine, request, service)));
  answer(curves);
};
