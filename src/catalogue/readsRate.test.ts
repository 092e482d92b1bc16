import { describe, expect, it } from 'vitest';
import { optimizers, ruleOf } from '.';
import { choiceOf, descent, runOf, runInFloat64 } from '../engine/testing/experiments';
import { readsRate } from '../formula';

/* A schedule that begins at the full rate does not change the first update, so the later ones of a run are compared. */
describe.each(optimizers.map((optimizer) => [optimizer.id, optimizer] as const))('%s', (id, optimizer) => {
  const pathOf = (kind?: string) => {
    const run = runOf(id, { lr: 0.01 }, kind === undefined ? {} : { schedule: { kind, args: { gamma: 0.5 } } });
    return Array.from(runInFloat64(descent(choiceOf('booth'), [-6, 4], 8, run)).params);
  };

  it('reads the rate of every update if and only if a falling rate changes its path', () => {
    expect(readsRate(ruleOf(optimizer))).toBe(pathOf().join() !== pathOf('exponential').join());
  });
});
