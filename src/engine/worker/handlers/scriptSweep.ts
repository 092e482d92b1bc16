import { completeSweep } from '../../sweep/stream';
import { sweepOnDevice, sweepReference } from '../../sweep/sweep';
import type { SweepRequest, SweepResult } from '../../sweep/types';
import type { EngineName } from '../../trace/types';
import type { WorkerService } from '../workerService';
import type { Handler } from './types';

export const scriptSweep: Handler<'scriptSweep'> = function* ({ body: { engine, ...request }, service, answer }) {
  answer(yield* sweepBy(engine, request, service));
};

/** A sweep in one grid, by the engine that a script asked for. */
export function* sweepBy(
  engine: EngineName,
  request: SweepRequest,
  service: WorkerService,
): Generator<void, SweepResult> {
  const sweepOn = (name: 'webgl' | 'cpu') =>
    completeSweep(sweepOnDevice(request, [request], service.openNamed(name), service.tileCost));
  if (engine === 'float64') return yield* completeSweep(sweepReference(request));
  if (engine === 'cpu') return yield* sweepOn('cpu');
  return yield* service.onDevice(() => sweepOn('webgl'));
}
