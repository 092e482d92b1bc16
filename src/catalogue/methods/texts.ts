import type { MethodText } from '../types';
import { backtracking } from './backtracking';
import { bfgs } from './bfgs';
import { conjugateGradient } from './conjugate-gradient';
import { dampedNewton } from './damped-newton';
import { dogleg } from './dogleg';
import { lbfgs } from './lbfgs';
import { nelderMead } from './nelder-mead';
import { newton } from './newton';
import { wolfe } from './wolfe';

/** The steps of the catalogue's methods, by their ids. Not in the first load. */
export const methodTexts: Readonly<Record<string, MethodText>> = {
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
