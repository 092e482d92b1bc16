import { expect } from 'vitest';
import { decodeLink, encodeLink, readExperiment, toJson } from '../../experiment';
import { anyFragment } from '../../experiment/testing/arbitraryFragments';
import { expectWithinLimits } from '../../experiment/testing/expectWithinLimits';
import { door } from '../door';
import { verdictOf } from '../words';

/** What a link says is within the limits, whatever was wrong with it, and is written and read again as it is. */
export const links = door('links', anyFragment, (fragment) => {
  const { state, complaints } = decodeLink(fragment);
  expectWithinLimits(state.experiment);
  expect(readExperiment(toJson(state.experiment))).toEqual(state.experiment);
  expect(decodeLink(encodeLink(state))).toEqual({ state, complaints: [] });
  return verdictOf(complaints);
});
