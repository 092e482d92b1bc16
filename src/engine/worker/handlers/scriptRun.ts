import { CostModel } from '../../gpu/cost';
import { runEveryReference, runEveryRun } from '../../methods/runEveryRun';
import { planEveryRun } from '../../plan/everyRun';
import { traceOf } from './traceHeader';
import type { Handler } from './types';

export const scriptRun: Handler<'scriptRun'> = function* ({ body: { experiment, engine }, service, answer }) {
  const plan = planEveryRun(experiment);
  if (engine === 'float64') answer(traceOf(plan, yield* runEveryReference(plan), engine));
  else if (engine === 'cpu')
    answer(traceOf(plan, (yield* runEveryRun(plan, service.openNamed(engine), new CostModel())).runs, engine));
  else {
    const onWebgl = () => runEveryRun(plan, service.openNamed(engine), service.cost);
    answer(traceOf(plan, (yield* service.onDevice(onWebgl)).runs, engine));
  }
};
