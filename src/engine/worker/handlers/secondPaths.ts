import { seriesOf } from '../../series';
import type { Handler } from './types';

export const secondPaths: Handler<'secondPaths'> = function* ({ body: { traceId }, service, answer }) {
  const complete = service.traceById(traceId);
  if (complete) answer(yield* seriesOf(complete.plan, complete.runs, 'drawn'));
};
