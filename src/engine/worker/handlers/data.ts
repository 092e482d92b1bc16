import { validationSamplesOf } from '../../loss/source';
import { planProblem } from '../../plan/plan';
import { atOnce } from './types';

export const data = atOnce<'data'>(({ body, answer }) => {
  const plan = planProblem(body.experiment);
  const training = plan.kind === 'data' ? plan.data.columns : [];
  answer({ training, validation: validationSamplesOf(plan)?.columns ?? null });
});
