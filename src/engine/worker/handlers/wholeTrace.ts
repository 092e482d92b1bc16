import type { Experiment } from '../../../experiment/core/types';
import { runEveryRun } from '../../methods/runEveryRun';
import { planEveryRun } from '../../plan/everyRun';
import type { Trace } from '../../trace/types';
import type { WorkerService } from '../workerService';
import { traceOf } from './traceHeader';

/** What the requests for a trace that is not the one on the screen have in common. */
interface AskedForTrace {
  readonly body: { readonly experiment: Experiment };
  readonly service: WorkerService;
  readonly answer: (trace: Trace) => void;
}

/** The complete trace of an experiment, on the device. */
export function* wholeTrace({ body: { experiment }, service, answer }: AskedForTrace): Generator<void, void> {
  const plan = planEveryRun(experiment);
  answer(
    yield* service.onDevice(function* (device) {
      const { runs } = yield* runEveryRun(plan, device, service.cost);
      return traceOf(plan, runs, device.status.engine);
    }),
  );
}
