import type { Handler } from './types';
import { wholeTrace } from './wholeTrace';

export const preview: Handler<'preview'> = function* ({ body: { experiment }, service, answer }) {
  answer(yield* wholeTrace(experiment, service));
};
