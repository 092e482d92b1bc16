import type { Precision } from '../../loss/evaluator';
import { analyseInSlices, analyseMethodInSlices } from '../../theory';
import { onlyRule } from '../../plan/onlyRule';
import type { EngineName } from '../../trace/types';
import type { Handler } from './types';

export const analyse: Handler<'analyse'> = function* ({ body: { traceId, run }, service, answer }) {
  const complete = service.traceById(traceId);
  const trace = complete?.runs[run];
  if (!complete || !trace) return;
  const plan = onlyRule(complete.plan, run);
  answer(
    plan
      ? { ...(yield* analyseInSlices(plan, 0, trace, precisionOf(complete.engine))), run }
      : yield* analyseMethodInSlices(complete.plan, run, trace),
  );
};

const precisionOf = (engine: EngineName): Precision => (engine === 'float64' ? 'float64' : 'float32');
