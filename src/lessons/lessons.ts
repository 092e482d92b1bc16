import { acrossADip } from './list/across-a-dip';
import { accumulation, incompleteGroup } from './list/accumulation';
import { aLongValley } from './list/a-long-valley';
import { batchSizes } from './list/batch-sizes';
import { biasCorrection } from './list/bias-correction';
import { adamsCounterexample } from './list/adams-counterexample';
import { clipping, warmingUp } from './list/clipping';
import { easyFirst } from './list/easy-first';
import { fineTuning } from './list/fine-tuning';
import { momentumSpellings, momentumSpellingsApart } from './list/momentum-spellings';
import { nesterovLooksAhead } from './list/nesterov';
import { adamAgainstSgd, sgdAgainstAdam } from './list/no-best-everywhere';
import { noiseAtASaddle } from './list/noise-at-a-saddle';
import { standardized, unequalScales } from './list/normalization';
import { orderOfSamples } from './list/order-of-samples';
import { overfitting } from './list/overfitting';
import { pastTheEdge } from './list/past-the-edge';
import { ratesOnAParabola } from './list/rates-on-a-parabola';
import { ratesThatFall } from './list/rates-that-fall';
import { shortSteps, steepestDirection } from './list/steepest-direction';
import { stepsThatDie } from './list/steps-that-die';
import { tooFastForFloat32 } from './list/too-fast-for-float32';
import { decayOfAdam, decayOfSgd } from './list/weight-decay';
import { whereEpsilonStands } from './list/where-epsilon-stands';
import type { Lesson } from './types';

/** The prepared experiments, in the order in which they are offered within their chapter. */
export const lessons: readonly Lesson[] = [
  steepestDirection,
  shortSteps,
  ratesOnAParabola,
  aLongValley,
  pastTheEdge,
  batchSizes,
  tooFastForFloat32,
  accumulation,
  incompleteGroup,
  orderOfSamples,
  momentumSpellings,
  momentumSpellingsApart,
  acrossADip,
  nesterovLooksAhead,
  stepsThatDie,
  biasCorrection,
  whereEpsilonStands,
  sgdAgainstAdam,
  adamAgainstSgd,
  adamsCounterexample,
  overfitting,
  decayOfSgd,
  decayOfAdam,
  ratesThatFall,
  unequalScales,
  standardized,
  warmingUp,
  clipping,
  noiseAtASaddle,
  easyFirst,
  fineTuning,
];
