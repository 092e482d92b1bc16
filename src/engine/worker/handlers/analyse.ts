import { analyseInSlices, analyseMethodInSlices } from '../../theory';
import { onlyRule } from '../../plan/onlyRule';
import type { Handler } from './types';

export const analyse: Handler<'analyse'> = function* ({ body: { traceId, run }, service, answer }) {
  const complete = service.traceById(traceId);
  const trace = complete?.runs[run];
  if (!complete || !trace) return;
  const plan = onlyRule(complete.plan, run);
  if (!plan) {
    answer(yield* analyseMethodInSlices(complete.plan, run, trace));
    return;
  }
  const precision = complete.engine === 'float64' ? 'float64' : 'float32';
  answer({ ...(yield* analyseInSlices(plan, 0, trace, precision)), run });
};
