import { TimeSlice } from '../../common/slice';
import { onlyRule } from '../../plan/onlyRule';
import { horizonOf } from '../../theory';
import type { Handler } from './types';

export const horizon: Handler<'horizon'> = function* ({ body: { traceId, run }, service, answer }) {
  const complete = service.traceById(traceId);
  const trace = complete?.runs[run];
  if (!complete || !trace) return;
  const plan = onlyRule(complete.plan, run);
  // Classical methods run in float64, as everything does that the fallback engine computes.
  const isSingle = plan !== null && complete.engine !== 'float64';
  answer(isSingle ? yield* horizonOf(plan, 0, trace, new TimeSlice()) : null);
};
