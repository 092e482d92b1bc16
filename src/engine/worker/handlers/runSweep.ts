import { completed } from '../../sweep/stream';
import { sweepOnDevice, sweepReference } from '../../sweep/sweep';
import type { Handler } from './types';

export const runSweep: Handler<'runSweep'> = function* ({ body: { engine, ...request }, service, answer }) {
  const sweepOn = (name: 'webgl' | 'cpu') =>
    completed(sweepOnDevice(request, [request], service.openNamed(name), service.tileCost));
  if (engine === 'float64') answer(yield* completed(sweepReference(request)));
  else if (engine === 'cpu') answer(yield* sweepOn('cpu'));
  else answer(yield* service.onDevice(() => sweepOn('webgl')));
};
