import type { PrecisionParts } from '../float64/precisionParts';
import { arithmeticOf } from './arithmetic';
import { coarseness, vanishing } from './lostUpdates';
import { LARGEST } from './rounding';

/** What runs with a precision of their own need, for `providePrecision`. */
export const precision: PrecisionParts = { arithmeticOf, largest: LARGEST, vanishing, coarseness };
