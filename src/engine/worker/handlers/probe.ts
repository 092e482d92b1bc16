import { probeAt } from '../../float64/probe';
import { planProblem } from '../../plan/plan';
import { atOnce } from './types';

export const probe = atOnce<'probe'>(({ body: { experiment, point, direction, lr }, answer }) =>
  answer(probeAt(planProblem(experiment), point, direction, lr)),
);
