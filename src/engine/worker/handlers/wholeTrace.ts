import type { Experiment } from '../../../experiment/core/types';
import { withFoundRates } from '../../gpu/planInRounds';
import { runOnDevice } from '../../gpu/trajectory';
import { planExperiment } from '../../plan/plan';
import type { Trace } from '../../trace/types';
import type { WorkerService } from '../workerService';
import { traceOf } from './traceHeader';

/** The complete trace of an experiment, on the device. */
export function* wholeTrace(experiment: Experiment, service: WorkerService): Generator<void, Trace> {
  const plan = planExperiment(experiment);
  return yield* service.onDevice(function* (device) {
    const found = yield* withFoundRates(plan, device, service.cost);
    return traceOf(plan, yield* runOnDevice(found, device, service.cost), device.status.engine);
  });
}
