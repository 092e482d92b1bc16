import { analyseInSlices } from '../../theory';
import type { Handler } from './types';

export const analyse: Handler<'analyse'> = function* ({ body: { traceId, run }, service, answer }) {
  const complete = service.traceById(traceId);
  const trace = complete?.runs[run];
  if (complete && trace) answer(yield* analyseInSlices(complete.plan, run, trace));
};
