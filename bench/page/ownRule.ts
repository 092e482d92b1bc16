import { findRule } from '../../src/catalogue';
import { readExperiment } from '../../src/experiment';
import { longRun } from '../experiments.mjs';
import { onlyRun, type BenchEngine } from './engine';
import type { Contest } from './worker';

/** Adam by its key in the catalogue, and by the same text as a rule that the user wrote. Answers are all points. */
export function ownRuleContest(engine: BenchEngine): Contest {
  const rule = findRule('adam')?.rule;
  const run = (written: object) => {
    const experiment = readExperiment({ ...longRun, runs: longRun.runs.map(({ hyper }) => ({ ...written, hyper })) });
    return () => onlyRun(engine.run(experiment)).params;
  };
  return {
    catalogue: run({ optimizer: 'adam' }),
    own: run({ rule }),
    float64: () => onlyRun(engine.reference(readExperiment(longRun))).params,
  };
}
