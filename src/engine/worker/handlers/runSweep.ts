import { completeSweep } from '../../sweep/stream';
import { sweepOnDevice, sweepReference } from '../../sweep/sweep';
import type { Handler } from './types';

export const runSweep: Handler<'runSweep'> = function* ({ body: { engine, ...request }, service, answer }) {
  const sweepOn = (name: 'webgl' | 'cpu') =>
    completeSweep(sweepOnDevice(request, [request], service.openNamed(name), service.tileCost));
  if (engine === 'float64') answer(yield* completeSweep(sweepReference(request)));
  else if (engine === 'cpu') answer(yield* sweepOn('cpu'));
  else answer(yield* service.onDevice(() => sweepOn('webgl')));
};
