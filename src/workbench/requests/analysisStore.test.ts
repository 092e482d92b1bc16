import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultsFor } from '../../experiment';
import type { Experiment, UserData } from '../../experiment/core/types';
import { setUserData } from '../edits/userData';
import { edit, experimentStore, undo } from '../stores/experimentStore';
import { addRun, setHyper, setOptimizer, setProblem } from '../edits/edits';
import { analysisStore, startAnalyses, type TraceAnalysis } from './analysisStore';

/** An analysis that could only be of the problem that was analysed. */
const analysis = {
  run: 0,
  traceId: 1,
  edge: { kind: 'none' },
  why: [],
  betterStart: [1, 2],
} as unknown as TraceAnalysis;

const line: UserData = { x: [[0], [1], [2], [3]], y: [1, 3, 5, 7] };
const isForgotten = () => analysisStore.getState().analyses.length === 0;

let stop = (): void => undefined;
beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 0);
  edit(defaultsFor('linear-regression'));
  stop = startAnalyses();
  analysisStore.setState({ analyses: [analysis] });
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
});

describe('no analysis of the problem before is left after', () => {
  it('another problem', () => {
    setProblem('quadratic');
    expect(isForgotten()).toBe(true);
  });

  it('data of a file, other rows of the same model, and the way back', () => {
    setUserData('linear-regression', line, {});
    expect(isForgotten()).toBe(true);
    analysisStore.setState({ analyses: [analysis] });
    setUserData('linear-regression', { ...line, x: [[0], [2], [4], [6]] }, {});
    expect(isForgotten()).toBe(true);
    analysisStore.setState({ analyses: [analysis] });
    undo();
    expect(isForgotten()).toBe(true);
  });

  it('data of a file under another model', () => {
    setUserData('linear-regression', line, {});
    analysisStore.setState({ analyses: [analysis] });
    setUserData('network-fit', line, {});
    expect(isForgotten()).toBe(true);
  });
});

it('an analysis stays while a run of the same problem changes, until the newer one has come', () => {
  const before: Experiment = experimentStore.getState().experiment;
  setHyper(0, 'lr', 0.02);
  expect(experimentStore.getState().experiment).not.toBe(before);
  expect(analysisStore.getState().analyses).toEqual([analysis]);
});

it('the analysis of an optimizer does not stay under the name of another, and those of other runs stay', () => {
  addRun();
  analysisStore.setState({ analyses: [analysis, { ...analysis, run: 1 }] });
  setOptimizer(0, 'soap');
  expect(analysisStore.getState().analyses).toEqual([null, { ...analysis, run: 1 }]);
});
