import type { Origin } from '../../formula';

/**
 * How a sentence names the operation that made a number that is not finite; `a` and `b` are its arguments. Keys of
 * the sentences `overflow` and `nan` in src/language/why.*.json.
 */
export type OperationWord =
  // Not a number.
  | 'log'
  | 'log1p'
  | 'sqrt'
  | 'pow'
  | 'zeroByZero'
  | 'infinityByInfinity'
  | 'infinityMinusInfinity'
  | 'zeroTimesInfinity'
  | 'wave'
  | 'arc'
  | 'acosh'
  | 'atanh'
  | 'remainder'
  // An infinity.
  | 'square'
  | 'product'
  | 'sum'
  | 'difference'
  | 'quotient'
  | 'byZero'
  | 'power'
  | 'powerOfZero'
  | 'exp'
  | 'hyperbolic'
  | 'logOfZero'
  /** A sum over samples, each of which is finite. */
  | 'samples'
  // Not known.
  | 'other';

/** The word for an operation; `other` where it has none. */
export function operationWord(origin: Origin | null): OperationWord {
  if (!origin) return 'other';
  const [a = Number.NaN, b = Number.NaN] = origin.args;
  return Number.isNaN(origin.result) ? wordOfNan(origin, a, b) : wordOfInfinity(origin, a, b);
}

function wordOfNan({ operator }: Origin, a: number, b: number): OperationWord {
  switch (operator) {
    case 'log':
    case 'log1p':
    case 'sqrt':
    case 'acosh':
    case 'atanh':
      return operator;
    case 'log2':
    case 'log10':
      return 'log';
    case 'asin':
    case 'acos':
      return 'arc';
    case 'mod':
      return b === 0 ? 'remainder' : 'other';
    case 'pow':
      return Number.isFinite(a) && Number.isFinite(b) ? 'pow' : 'other';
    case 'div':
      return a === 0 ? 'zeroByZero' : 'infinityByInfinity';
    case 'add':
    case 'sub':
      return 'infinityMinusInfinity';
    case 'mul':
      return 'zeroTimesInfinity';
    case 'sin':
    case 'cos':
    case 'tan':
      return 'wave';
    default:
      return 'other';
  }
}

function wordOfInfinity({ operator }: Origin, a: number, b: number): OperationWord {
  switch (operator) {
    case 'mul':
      return a === b ? 'square' : 'product';
    case 'add':
      return 'sum';
    case 'sub':
      return 'difference';
    case 'div':
      return b === 0 ? 'byZero' : 'quotient';
    case 'pow':
      return a === 0 ? 'powerOfZero' : 'power';
    case 'exp':
    case 'expm1':
      return 'exp';
    case 'sinh':
    case 'cosh':
      return 'hyperbolic';
    case 'log':
    case 'log1p':
    case 'log2':
    case 'log10':
      return 'logOfZero';
    case 'atanh':
      return operator;
    default:
      return 'other';
  }
}
