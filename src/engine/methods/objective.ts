import { LossEvaluator } from '../loss/evaluator';
import { hessianAt } from '../loss/newton';
import type { LossSource } from '../loss/source';
import type { Evaluations, Objective } from './types';

/** The full loss of a problem as a method reads it, in float64, and how often it was evaluated. */
export function objectiveOf(source: LossSource): { readonly objective: Objective; readonly count: Evaluations } {
  const evaluator = new LossEvaluator(source, 'float64');
  const count = { loss: 0, gradient: 0, hessian: 0 };
  const objective: Objective = {
    value(point) {
      count.loss += 1;
      return evaluator.lossAt(point);
    },
    gradient(point) {
      count.gradient += 1;
      return Array.from(evaluator.fullGradient(point));
    },
    hessian(point) {
      count.hessian += 1;
      return hessianAt(source, point);
    },
  };
  return { objective, count };
}
