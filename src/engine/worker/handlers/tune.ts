import { completeSweep } from '../../sweep/stream';
import { sweepOnDevice } from '../../sweep/sweep';
import { rateCurve, type RunComputer } from '../../tuning/rateCurve';
import type { Handler } from './types';
import { wholeTrace } from './wholeTrace';

export const tune: Handler<'tune'> = function* ({ body: { experiment, runs }, service, answer }) {
  const computer: RunComputer = {
    sweep: (request) =>
      service.onDevice((device) => completeSweep(sweepOnDevice(request, [request], device, service.screenTileCost))),
    trace: (one) => wholeTrace(one, service),
  };
  for (const run of runs) answer({ run, curve: yield* rateCurve(experiment, run, computer) }, run === runs.at(-1));
};
