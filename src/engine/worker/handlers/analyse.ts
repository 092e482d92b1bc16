import { analyseInSlices, analyseMethodInSlices } from '../../theory';
import { onlyRule } from '../../plan/onlyRule';
import { rememberOfTrace } from './rememberOfTrace';
import type { Handler } from './types';

const analysisOf = rememberOfTrace(({ plan, engine }, run, trace) => {
  const rule = onlyRule(plan, run);
  if (!rule) return analyseMethodInSlices(plan, run, trace);
  return analyseInSlices(rule, 0, trace, engine === 'float64' ? 'float64' : 'float32');
});

export const analyse: Handler<'analyse'> = function* ({ body, service, answer }) {
  const analysis = yield* analysisOf(service, body);
  // Two runs with the same settings may share a trace.
  if (analysis) answer({ ...analysis, run: body.run });
};
