import { seriesOf } from '../../series';
import type { Handler } from './types';

export const series: Handler<'series'> = function* ({ body: { traceId, quantity }, service, answer }) {
  const complete = service.traceById(traceId);
  if (complete) answer(yield* seriesOf(complete.plan, complete.runs, quantity));
};
