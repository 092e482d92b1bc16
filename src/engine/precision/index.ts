import type { PrecisionParts } from '../float64/precisionParts';
import { arithmeticOf } from './arithmetic';
import { LARGEST } from './rounding';
import { vanishing } from './vanishing';

/** What runs with a precision of their own need, for `providePrecision`. */
export const precision: PrecisionParts = { arithmeticOf, largest: LARGEST, vanishing };
