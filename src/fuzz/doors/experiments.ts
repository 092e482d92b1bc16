import type fc from 'fast-check';
import { expect } from 'vitest';
import { parseExperiment, readExperiment } from '../../experiment/json/parse';
import { toJson } from '../../experiment/json/json';
import { anyExperiment } from '../../experiment/testing/arbitraryExperiments';
import { expectWithinLimits } from '../../experiment/testing/expectWithinLimits';
import { changedJson } from '../changedJson';
import { door } from '../door';
import { verdictOf } from '../words';

const written: fc.Arbitrary<unknown> = anyExperiment.map((experiment) => toJson(experiment));

/** Experiments in JSON, from files and from scripts. */
export const experiments = door('experiments', changedJson(written), (json) => {
  const { experiment, complaints } = parseExperiment(json);
  expectWithinLimits(experiment);
  expect(readExperiment(toJson(experiment))).toEqual(experiment);
  return verdictOf(complaints);
});
