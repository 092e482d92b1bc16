import { expect, test } from 'vitest';
import { problems } from '../../catalogue';
import { defaultsFor } from '../../experiment';
import { runReference } from '../float64/reference';
import { planExperiment } from '../plan/plan';

/** Adam goes up there: this is what the problem is for (reddi.test.ts). */
const goesUp = (problem: string, optimizer: string | undefined) => problem === 'reddi' && optimizer === 'adam';

test.each(problems.map(({ id }) => id))('every run that %s opens with descends', (id) => {
  const experiment = defaultsFor(id);
  runReference(planExperiment(experiment)).forEach(({ loss, outcome }, index) => {
    const optimizer = experiment.runs[index]?.optimizer;
    const [first, last] = [loss[0], loss.at(-1)] as [number, number];
    expect(Number.isFinite(last) && outcome?.kind !== 'diverged', `${optimizer} ${outcome?.kind}`).toBe(true);
    if (goesUp(id, optimizer)) expect(last).toBeGreaterThan(first);
    else expect(last, `${optimizer} from ${first}`).toBeLessThan(first);
  });
});
