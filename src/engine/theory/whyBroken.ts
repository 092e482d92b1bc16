import type { Breakdown } from './breakdown';
import { operationWord, type OperationWord } from './operationWords';
import type { Reason } from './reasons';
import { largestOf, MOST_OF_SUBJECT, readable, type Diverged, type RunEnd } from './runEnd';

/* Why a run's numbers ceased to be finite. */

/** The operation whose result was no finite number, and where. */
export function brokenAt(end: RunEnd, { cause, step }: Diverged, breakdown: Breakdown | null): Reason {
  const origin = breakdown?.origin ?? null;
  const computing = breakdown?.computing ?? 'update';
  const names = origin === 'samples' ? undefined : origin?.names;
  const values = { step, ...operationOf(origin), point: readable(breakdown?.point ?? [], MOST_OF_SUBJECT) };
  if (cause === 'overflow')
    return { code: 'overflow', values: { ...values, computing, limit: largestOf(end, computing) }, names };
  // An infinite gradient makes an update that is no number in a rule that divides by it.
  const isInfinite = origin !== null && origin !== 'samples' && !Number.isNaN(origin.result);
  return { code: isInfinite ? 'nanOfInfinity' : 'nan', values: { ...values, computing }, names };
}

/** The word for an operation, with its arguments. */
export function operationOf(origin: Breakdown['origin']): { operation: OperationWord; a: number; b: number } {
  const args = origin === null || origin === 'samples' ? [] : origin.args;
  const finite = (value = 0) => (Number.isFinite(value) ? value : 0);
  return { operation: wordOf(origin), a: finite(args[0]), b: finite(args[1]) };
}

const wordOf = (origin: Breakdown['origin']): OperationWord =>
  origin === 'samples' ? 'samples' : operationWord(origin);

/** Numbers above this did not come about without growth. */
const OUTGROWN = 1e12;
/** Operations that have no result for some arguments, however small. */
const undefinedSomewhere: ReadonlySet<OperationWord> = new Set([
  'log',
  'log1p',
  'sqrt',
  'pow',
  'zeroByZero',
  'byZero',
  'logOfZero',
  'powerOfZero',
  'arc',
  'acosh',
  'atanh',
  'remainder',
]);

/** Whether numbers grew beyond all bounds, rather than left the set where the loss is defined. */
export function hasOutgrown(breakdown: Breakdown | null): boolean {
  const origin = breakdown?.origin ?? null;
  if (origin === null || origin === 'samples') return true;
  return !undefinedSomewhere.has(operationWord(origin)) || !origin.args.every((value) => Math.abs(value) < OUTGROWN);
}
