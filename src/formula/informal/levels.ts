import type { Expression } from '../syntax';
import type { Token } from './token';

/** The levels of precedence that the parts of the reader call each other by. */
export interface Levels {
  expression(): Expression;
  signed(): Expression;
  power(): Expression;
  raised(base: Expression, start: Token): Expression;
  atom(): Expression;
  argument(): Expression;
}
