import { probeAt } from '../../float64/probe';
import { groundOf } from '../../plan/plan';
import { atOnce } from './types';

export const probe = atOnce<'probe'>(({ body: { experiment, point, direction, lr }, answer }) =>
  answer(probeAt(groundOf(experiment), point, direction, lr)),
);
