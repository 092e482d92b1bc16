import { batchSizes } from './list/batch-sizes';
import { momentumSpellings, momentumSpellingsApart } from './list/momentum-spellings';
import { ratesOnAParabola } from './list/rates-on-a-parabola';
import { tooFastForFloat32 } from './list/too-fast-for-float32';
import type { Lesson } from './types';

/** The prepared experiments, in the order in which they are offered within their chapter. */
export const lessons: readonly Lesson[] = [
  ratesOnAParabola,
  batchSizes,
  tooFastForFloat32,
  momentumSpellings,
  momentumSpellingsApart,
];
