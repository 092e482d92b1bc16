import { runReference } from '../../float64/reference';
import { CostModel } from '../../gpu/cost';
import type { Device } from '../../gpu/device';
import { withFoundRates } from '../../gpu/planInRounds';
import { runOnDevice } from '../../gpu/trajectory';
import { planExperiment } from '../../plan/plan';
import type { Plan } from '../../plan/types';
import type { RunTrace } from '../../trace/types';
import { traceOf } from './traceHeader';
import type { Handler } from './types';

export const run: Handler<'run'> = function* ({ body: { experiment, engine }, service, answer }) {
  const plan = planExperiment(experiment);
  if (engine === 'float64') answer(traceOf(plan, runReference(plan), engine));
  else if (engine === 'cpu')
    answer(traceOf(plan, yield* runsInRounds(plan, service.openNamed(engine), new CostModel()), engine));
  else {
    const onWebgl = () => runsInRounds(plan, service.openNamed(engine), service.cost);
    answer(traceOf(plan, yield* service.onDevice(onWebgl), engine));
  }
};

function* runsInRounds(plan: Plan, device: Device, cost: CostModel): Generator<void, RunTrace[]> {
  return yield* runOnDevice(yield* withFoundRates(plan, device, cost), device, cost);
}
