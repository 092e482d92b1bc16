import type { Breakdown } from './breakdown';
import { operationWord, type OperationWord } from './operationWords';
import type { Reason } from './reasons';
import { LARGEST, readable, type Diverged, type RunEnd } from './runEnd';

/* Why a run's numbers ceased to be finite. */

/** The operation whose result was no finite number, and where. */
export function brokenAt({ precision }: RunEnd, { cause, step }: Diverged, breakdown: Breakdown | null): Reason {
  const origin = breakdown?.origin ?? null;
  const finite = (value = 0) => (Number.isFinite(value) ? value : 0);
  const isOfCause = origin !== null && Number.isNaN(origin.result) === (cause === 'nan');
  const values = {
    step,
    place: breakdown?.place ?? ('update' as const),
    operation: isOfCause ? operationWord(origin) : ('other' as const),
    a: finite(origin?.args[0]),
    b: finite(origin?.args[1]),
    point: readable(breakdown?.point ?? []),
  };
  return cause === 'nan'
    ? { code: 'nan', values }
    : { code: 'overflow', values: { ...values, limit: LARGEST[precision] } };
}

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
]);

/** Whether numbers grew beyond all bounds, rather than left the set where the loss is defined. */
export function hasOutgrown(breakdown: Breakdown | null): boolean {
  const origin = breakdown?.origin ?? null;
  return !undefinedSomewhere.has(operationWord(origin)) || !origin?.args.every((value) => Math.abs(value) < OUTGROWN);
}
