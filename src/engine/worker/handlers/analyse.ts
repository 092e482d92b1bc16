import type { Precision } from '../../loss/evaluator';
import { analyseInSlices } from '../../theory';
import type { EngineName } from '../../trace/types';
import type { Handler } from './types';

export const analyse: Handler<'analyse'> = function* ({ body: { traceId, run }, service, answer }) {
  const complete = service.traceById(traceId);
  const trace = complete?.runs[run];
  if (complete && trace) answer(yield* analyseInSlices(complete.plan, run, trace, precisionOf(complete.engine)));
};

const precisionOf = (engine: EngineName): Precision => (engine === 'float64' ? 'float64' : 'float32');
