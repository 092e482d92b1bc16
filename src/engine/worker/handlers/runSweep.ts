import { sweepBy } from './byEngine';
import type { Handler } from './types';

export const runSweep: Handler<'runSweep'> = function* ({ body: { engine, ...request }, service, answer }) {
  answer(yield* sweepBy(engine, request, service));
};
