import { runOnDevice } from '../../gpu/trajectory';
import { planExperiment } from '../../plan/plan';
import { traceOf } from './traceHeader';
import type { Handler } from './types';

export const preview: Handler<'preview'> = function* ({ body, service, answer }) {
  const plan = planExperiment(body.experiment);
  answer(
    yield* service.onDevice(function* (device) {
      return traceOf(plan, yield* runOnDevice(plan, device, service.cost), device.status.engine);
    }),
  );
};
