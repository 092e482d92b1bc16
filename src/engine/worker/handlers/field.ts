import { fieldOver } from '../../float64/probe';
import { planProblem } from '../../plan/plan';
import { atOnce } from './types';

export const field = atOnce<'field'>(({ body: { experiment, view, width, height }, answer }) =>
  answer(fieldOver(planProblem(experiment), view, width, height)),
);
