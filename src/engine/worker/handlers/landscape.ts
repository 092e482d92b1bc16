import { landscapeOn } from '../../gpu/landscape';
import type { Landscape } from '../../view/types';
import type { BodyOf } from '../requests';
import type { WorkerService } from '../workerService';
import type { Handler } from './types';

export const landscape: Handler<'landscape'> = function* ({ body, service, answer }) {
  answer(yield* landscapeOver(body, service));
};

export const landscapeAhead: Handler<'landscapeAhead'> = function* ({ body, service, answer }) {
  answer(yield* landscapeOver(body, service));
};

function* landscapeOver({ experiment, view }: BodyOf<'landscape'>, service: WorkerService): Generator<void, Landscape> {
  return yield* service.onDevice(function* (device) {
    yield;
    return landscapeOn(device, experiment, view);
  });
}
