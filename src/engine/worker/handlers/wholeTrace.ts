import type { Experiment } from '../../../experiment/core/types';
import { runEveryRun } from '../../methods/runEveryRun';
import { planEveryRun } from '../../plan/everyRun';
import type { Trace } from '../../trace/types';
import type { WorkerService } from '../workerService';
import { traceOf } from './traceHeader';

/** The complete trace of an experiment, on the device. */
export function* wholeTrace(experiment: Experiment, service: WorkerService): Generator<void, Trace> {
  const plan = planEveryRun(experiment);
  return yield* service.onDevice(function* (device) {
    const { runs } = yield* runEveryRun(plan, device, service.cost);
    return traceOf(plan, runs, device.status.engine);
  });
}
