import { beforeEach, describe, expect, it } from 'vitest';
import { changeHyper, defaultExperiment } from '../../experiment';
import { currentExperiment, edit, experimentStore, forgetHistory, redo, settle, undo } from './experimentStore';

const withRate = (lr: number) => changeHyper(currentExperiment(), 0, 'lr', lr);
const rate = () => currentExperiment().runs[0]?.hyper['lr'];
const pastCount = () => experimentStore.temporal.getState().pastStates.length;

describe('undo and redo', () => {
  beforeEach(() => {
    edit(defaultExperiment);
    forgetHistory();
  });

  it('treat a whole drag as one entry of the history', () => {
    const before = rate();
    for (const lr of [0.01, 0.02, 0.03]) edit(withRate(lr), false);
    edit(withRate(0.04));
    edit(withRate(0.5));
    expect(pastCount()).toBe(2);
    undo();
    expect(rate()).toBe(0.04);
    undo();
    expect(rate()).toBe(before);
    redo();
    expect(rate()).toBe(0.04);
  });

  it('record the next change after a drag that ended without a settled change', () => {
    edit(withRate(0.01), false);
    settle();
    edit(withRate(0.02));
    undo();
    expect(rate()).toBe(0.01);
  });

  it('can be used in the middle of a drag', () => {
    const before = rate();
    edit(withRate(0.01), false);
    undo();
    expect(rate()).toBe(before);
    edit(withRate(0.03));
    undo();
    expect(rate()).toBe(before);
  });

  it('forget what could be redone once there is a new change', () => {
    edit(withRate(0.01));
    undo();
    edit(withRate(0.02));
    redo();
    expect(rate()).toBe(0.02);
  });
});
