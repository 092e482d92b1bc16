import { inspectStep } from '../../float64/inspect';
import { atOnce } from './types';

export const inspect = atOnce<'inspect'>(({ body: { traceId, run, step }, service, answer }) => {
  const complete = service.traceById(traceId);
  const trace = complete?.runs[run];
  if (!complete || !trace || step < 1 || step >= trace.rows) return;
  const n = complete.plan.parameters.length;
  const width = trace.state.length / trace.rows;
  const rowBefore = {
    params: trace.params.subarray((step - 1) * n, step * n),
    state: trace.state.subarray((step - 1) * width, step * width),
  };
  answer(inspectStep(complete.plan, run, step, rowBefore));
});
