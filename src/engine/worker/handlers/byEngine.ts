import { runReference } from '../../float64/reference';
import { CostModel } from '../../gpu/cost';
import type { Device } from '../../gpu/device';
import { withFoundRates } from '../../gpu/planInRounds';
import { runOnDevice } from '../../gpu/trajectory';
import { planExperiment } from '../../plan/plan';
import type { Plan } from '../../plan/types';
import type { Experiment } from '../../../experiment/core/types';
import { completeSweep } from '../../sweep/stream';
import { sweepOnDevice, sweepReference } from '../../sweep/sweep';
import type { SweepRequest, SweepResult } from '../../sweep/types';
import type { EngineName, RunTrace, Trace } from '../../trace/types';
import type { WorkerService } from '../workerService';
import { traceOf } from './traceHeader';

/** The complete trace of an experiment, by the engine that a script asked for. */
export function* traceBy(engine: EngineName, experiment: Experiment, service: WorkerService): Generator<void, Trace> {
  const plan = planExperiment(experiment);
  if (engine === 'float64') return traceOf(plan, runReference(plan), engine);
  if (engine === 'cpu')
    return traceOf(plan, yield* runsInRounds(plan, service.openNamed(engine), new CostModel()), engine);
  const onWebgl = () => runsInRounds(plan, service.openNamed(engine), service.cost);
  return traceOf(plan, yield* service.onDevice(onWebgl), engine);
}

function* runsInRounds(plan: Plan, device: Device, cost: CostModel): Generator<void, RunTrace[]> {
  return yield* runOnDevice(yield* withFoundRates(plan, device, cost), device, cost);
}

/** A sweep in one grid, by the engine that a script asked for. */
export function* sweepBy(
  engine: EngineName,
  request: SweepRequest,
  service: WorkerService,
): Generator<void, SweepResult> {
  const sweepOn = (name: 'webgl' | 'cpu') =>
    completeSweep(sweepOnDevice(request, [request], service.openNamed(name), service.tileCost));
  if (engine === 'float64') return yield* completeSweep(sweepReference(request));
  if (engine === 'cpu') return yield* sweepOn('cpu');
  return yield* service.onDevice(() => sweepOn('webgl'));
}
