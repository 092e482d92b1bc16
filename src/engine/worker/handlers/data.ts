import { validationSamplesOf } from '../../loss/source';
import { planProblem } from '../../plan/plan';
import { atOnce } from './types';

export const data = atOnce<'data'>(({ body, answer }) => {
  const plan = planProblem(body.experiment);
  const { columns: training, scales } = plan.kind === 'data' ? plan.data : { columns: [], scales: null };
  answer({ training, validation: validationSamplesOf(plan)?.columns ?? null, scales });
});
