import { completeSweep } from '../../sweep/stream';
import { sweepOnDevice } from '../../sweep/sweep';
import { rateCurve } from '../../tuning/rateCurve';
import type { Handler } from './types';

/** On the CPU, in the GPU's precision: so few runs are done before a driver has compiled the shader of their sweep. */
export const tune: Handler<'tune'> = function* ({ body: { experiment, runs }, service, answer }) {
  for (const run of runs) {
    const curve = yield* rateCurve(experiment, run, 'float32', (request) =>
      completeSweep(sweepOnDevice(request, [request], service.openNamed('cpu'), service.screenTileCost)),
    );
    answer({ run, curve }, run === runs.at(-1));
  }
};
