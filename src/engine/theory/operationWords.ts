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
  // An infinity.
  | 'square'
  | 'product'
  | 'sum'
  | 'difference'
  | 'quotient'
  | 'byZero'
  | 'power'
  | 'exp'
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
      return operator;
    case 'pow':
      return Number.isFinite(a) && Number.isFinite(b) ? 'pow' : 'other';
    case 'div':
      return a === 0 && b === 0 ? 'zeroByZero' : 'infinityByInfinity';
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
      return 'power';
    case 'exp':
    case 'expm1':
      return 'exp';
    case 'log':
    case 'log1p':
      return 'logOfZero';
    default:
      return 'other';
  }
}
