import { planProblem } from '../../plan/plan';
import { atOnce } from './types';

export const data = atOnce<'data'>(({ body, answer }) => {
  const { data: samples } = planProblem(body.experiment);
  answer({ training: samples?.columns ?? [], validation: samples?.validation?.columns ?? null });
});
