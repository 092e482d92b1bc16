import { inspectStep } from '../../float64/inspect';
import { onlyRule } from '../../plan/onlyRule';
import { atOnce } from './types';

export const inspect = atOnce<'inspect'>(({ body: { traceId, run, step }, service, answer }) => {
  const complete = service.traceById(traceId);
  const trace = complete?.runs[run];
  if (!complete || !trace || step < 1 || step >= trace.rows) return;
  // What an iteration of a classical method did is in its trace.
  const plan = onlyRule(complete.plan, run);
  if (!plan) return;
  const n = complete.plan.parameters.length;
  const width = trace.state.length / trace.rows;
  const rowBefore = {
    params: trace.params.subarray((step - 1) * n, step * n),
    state: trace.state.subarray((step - 1) * width, step * width),
  };
  answer({ ...inspectStep(plan, 0, step, rowBefore), run });
});
