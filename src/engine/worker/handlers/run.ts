import { traceBy } from './byEngine';
import type { Handler } from './types';

export const run: Handler<'run'> = function* ({ body: { experiment, engine }, service, answer }) {
  answer(yield* traceBy(engine, experiment, service));
};
