import { runReference } from '../../float64/reference';
import { CostModel } from '../../gpu/cost';
import { runOnDevice } from '../../gpu/trajectory';
import { planExperiment } from '../../plan/plan';
import { traceOf } from './traceHeader';
import type { Handler } from './types';

export const run: Handler<'run'> = function* ({ body: { experiment, engine }, service, answer }) {
  const plan = planExperiment(experiment);
  if (engine === 'float64') answer(traceOf(plan, runReference(plan), engine));
  else if (engine === 'cpu')
    answer(traceOf(plan, yield* runOnDevice(plan, service.openNamed(engine), new CostModel()), engine));
  else {
    const onWebgl = () => runOnDevice(plan, service.openNamed(engine), service.cost);
    answer(traceOf(plan, yield* service.onDevice(onWebgl), engine));
  }
};
