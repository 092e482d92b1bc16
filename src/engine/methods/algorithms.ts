import { backtracking } from './backtracking';
import { bfgs } from './bfgs';
import { conjugateGradient } from './conjugateGradient';
import { dogleg } from './dogleg';
import { gradientWolfe } from './gradientWolfe';
import { lbfgs } from './lbfgs';
import { nelderMead } from './nelderMead';
import { dampedNewton, newton } from './newton';
import type { Algorithm } from './types';

/** The algorithms of the catalogue's methods, by their ids. */
export const algorithms: Readonly<Record<string, Algorithm>> = {
  backtracking,
  wolfe: gradientWolfe,
  'conjugate-gradient': conjugateGradient,
  newton,
  'damped-newton': dampedNewton,
  bfgs,
  lbfgs,
  dogleg,
  'nelder-mead': nelderMead,
};
