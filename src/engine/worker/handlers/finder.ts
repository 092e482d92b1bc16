import { finderExperiment } from '../../../experiment/finder';
import { readFinder } from '../../series/finder';
import { tryFoundRates } from '../../tuning/foundRates';
import type { Handler } from './types';
import { wholeTrace } from './wholeTrace';

export const finder: Handler<'finder'> = function* ({ body: { experiment }, service, answer }) {
  const { runs } = yield* wholeTrace(finderExperiment(experiment), service);
  const readings = runs.map(readFinder);
  answer({ readings, trials: null }, false);
  answer({ readings, trials: yield* tryFoundRates(experiment, readings, (tried) => wholeTrace(tried, service)) });
};
