import { LossEvaluator } from '../../loss/evaluator';
import { planProblem } from '../../plan/plan';
import { atOnce } from './types';

export const loss = atOnce<'loss'>(({ body: { experiment, point }, answer }) =>
  answer(new LossEvaluator(planProblem(experiment), 'float64').lossAt(point)),
);
