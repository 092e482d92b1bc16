import fc from 'fast-check';
import { expect } from 'vitest';
import { axisChoices, limits, toAxisJson } from '../../experiment';
import { ExperimentError } from '../../experiment/json/parse';
import { readSweep } from '../../experiment/json/sweepJson';
import type { Experiment } from '../../experiment/core/types';
import { anyExperiment } from '../../experiment/testing/arbitraryExperiments';
import { changedJson } from '../changedJson';
import { door } from '../door';
import { verdictOf } from '../words';

/** The usual ranges of two things that may be varied. Both may be the same thing, which is refused. */
function sweepOf(experiment: Experiment): fc.Arbitrary<unknown> {
  const [run] = experiment.runs;
  const axes = run ? axisChoices(experiment, run).map(({ axis }) => toAxisJson(axis)) : [];
  const axis = axes.length > 0 ? fc.constantFrom(...axes) : fc.constant({});
  const side = fc.integer({ min: 1, max: 600 });
  return fc.record(
    { x: axis, y: axis, width: side, height: side, run: fc.constant(0), measure: fc.constantFrom('loss', 'steps') },
    { requiredKeys: ['x', 'y', 'width', 'height'] },
  );
}

const inputs = anyExperiment.chain((experiment) =>
  fc.record({
    experiment: fc.constant(experiment),
    sweep: fc.oneof(sweepOf(experiment), changedJson(sweepOf(experiment))),
  }),
);

/** Sweeps that scripts ask for. */
export const sweeps = door('sweeps', inputs, ({ experiment, sweep }) => {
  try {
    const read = readSweep(sweep, experiment);
    expect(Math.max(read.width, read.height)).toBeLessThanOrEqual(limits.sweepSide.max);
    expect(readSweep(read, experiment)).toEqual(read);
    return 'taken';
  } catch (error) {
    if (!(error instanceof ExperimentError)) throw error;
    return verdictOf(error.complaints);
  }
});
