import { beforeEach, describe, expect, it } from 'vitest';
import { changeHyper, defaultExperiment } from '../../experiment';
import { currentExperiment, edit, experimentStore, forgetHistory, redo, settle, undo } from './experimentStore';
import { screenStore, setScreen } from './screenStore';

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

  it('bring back the lesson and the question that stood beside an experiment', () => {
    setScreen({ lesson: null, question: null, stage: null });
    edit(withRate(0.01));
    edit(withRate(0.02));
    setScreen({ lesson: 'past-the-edge' });
    edit(withRate(0.03));
    undo();
    expect([rate(), screenStore.getState().lesson]).toEqual([0.02, 'past-the-edge']);
    undo();
    expect([rate(), screenStore.getState().lesson]).toEqual([0.01, null]);
    setScreen({ question: 'why-nan' });
    redo();
    expect(screenStore.getState()).toMatchObject({ lesson: 'past-the-edge', question: null });
    undo();
    expect(screenStore.getState()).toMatchObject({ lesson: null, question: 'why-nan' });
  });

  it('lead from stop to stop of the opening and out of it, but not from the workbench back into it', () => {
    const stop = (words: string) => ({ plots: [], controls: [], movesStart: false, showsHints: true, words });
    setScreen({ lesson: null, question: null, stage: null });
    edit(withRate(0.01));
    setScreen({ stage: stop('opening-1') });
    edit(withRate(0.02));
    setScreen({ stage: stop('opening-2') });
    undo();
    expect(screenStore.getState().stage?.words).toBe('opening-1');
    redo();
    expect(screenStore.getState().stage?.words).toBe('opening-2');
    setScreen({ stage: null });
    undo();
    expect(screenStore.getState().stage).toBeNull();
  });
});
