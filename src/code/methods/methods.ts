import { backtracking } from './backtracking';
import { bfgs } from './bfgs';
import { conjugateGradient } from './conjugate-gradient';
import { dampedNewton } from './damped-newton';
import { dogleg } from './dogleg';
import { lbfgs } from './lbfgs';
import { nelderMead } from './nelder-mead';
import { newton } from './newton';
import type { MethodCode } from './types';
import { wolfe } from './wolfe';

/** The catalogue's methods in Python, by their ids. */
export const methodCodes: Readonly<Record<string, MethodCode>> = {
  backtracking,
  wolfe,
  'conjugate-gradient': conjugateGradient,
  newton,
  'damped-newton': dampedNewton,
  bfgs,
  lbfgs,
  dogleg,
  'nelder-mead': nelderMead,
};
