import type { Handler } from './types';
import { wholeTrace } from './wholeTrace';

export const finder: Handler<'finder'> = function* ({ body: { experiment }, service, answer }) {
  answer(yield* wholeTrace(experiment, service));
};
