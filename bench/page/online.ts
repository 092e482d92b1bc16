import { readExperiment } from '../../src/experiment';
import { online } from '../experiments.mjs';
import { onlyRun, type BenchEngine } from './engine';
import type { Contest } from './worker';

/** Linear regression sample by sample. Answers are the losses over all samples, the start's first. */
export function onlineContest(engine: BenchEngine): Contest {
  const experiment = readExperiment(online);
  return {
    engine: () => onlyRun(engine.run(experiment)).loss,
    float64: () => onlyRun(engine.reference(experiment)).loss,
  };
}
