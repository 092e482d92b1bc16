import { indent, textLines } from '../python/lines';
import { beginIterations } from './iterations';

/** What a method of line searches does in each iteration; in Python. */
interface Parts {
  /** Statements before the first iteration. */
  readonly begin?: string;
  /** Statements that give the direction `p`, from `x`, the gradient `g` there, and `before`. */
  readonly direction: string;
  /** The new point with its loss and gradient, or None. */
  readonly search: string;
  /** True for a method that takes its step wherever it leads. */
  readonly mayClimb?: true;
}

/** The run of a method that searches along one direction after the other, as engine/methods/lineDescent.ts makes it. */
export const lineDescent =
  ({ begin, direction, search, mayClimb }: Parts) =>
  (iterations: number): string[] => [
    ...textLines(`
x, loss, g = theta, value(theta), gradient(theta)
before = None  # where the last iteration began: its point, loss and gradient`),
    ...(begin === undefined ? [] : textLines(begin)),
    ...beginIterations(iterations),
    ...indent(textLines(direction)),
    ...(mayClimb ? [] : ['    if not p @ g < 0:', '        break  # the direction does not lead down']),
    ...textLines(`
    found = ${search}
    if found is None:
        rows.append(rows[-1])
        losses.append(loss)
        break  # no step length was accepted
    before = x, loss, g
    x, loss, g = found
    rows.append(x.tolist())
    losses.append(loss)`),
  ];
