import { tensorsOfChoice } from '../../engine/plan/tensorsOfChoice';
import type { ProblemChoice } from '../../experiment/core/types';
import { isMatrix, type Tensor } from '../../formula/tensor';

/** The matrices that the parameters of a problem form. */
export const matricesOf = (problem: ProblemChoice): Tensor[] => tensorsOfChoice(problem).filter(isMatrix);
