import { TimeSlice } from '../../common/slice';
import { onlyRule } from '../../plan/onlyRule';
import { horizonOf } from '../../theory';
import { rememberOfTrace } from './rememberOfTrace';
import type { Handler } from './types';

const horizonOfRun = rememberOfTrace(function* ({ plan, engine }, run, trace) {
  const rule = onlyRule(plan, run);
  // Classical methods run in float64, as everything does that the fallback engine computes.
  const isSingle = rule !== null && engine !== 'float64';
  return isSingle ? yield* horizonOf(rule, 0, trace, new TimeSlice()) : null;
});

export const horizon: Handler<'horizon'> = function* ({ body, service, answer }) {
  const found = yield* horizonOfRun(service, body);
  if (found !== undefined) answer(found);
};
