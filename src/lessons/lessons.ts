import { acrossADip } from './list/across-a-dip';
import { accumulation, incompleteGroup } from './list/accumulation';
import { aLongValley } from './list/a-long-valley';
import { averagedPath } from './list/averaged-path';
import { batchSizes } from './list/batch-sizes';
import { biasCorrection } from './list/bias-correction';
import { adamsCounterexample } from './list/adams-counterexample';
import { clipping, warmingUp } from './list/clipping';
import { dampening } from './list/dampening';
import { dropout } from './list/dropout';
import { easyFirst } from './list/easy-first';
import { epsilonInFloat16 } from './list/epsilon-in-float16';
import { fineTuning } from './list/fine-tuning';
import { finiteDifferences } from './list/finite-differences';
import { insideAdam } from './list/inside-adam';
import { memoryOfGradients } from './list/memory-of-gradients';
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
import { relativesOfAdam } from './list/relatives-of-adam';
import { signsAndOwnSteps } from './list/signs-and-own-steps';
import { shortSteps, steepestDirection } from './list/steepest-direction';
import { stepsThatDie } from './list/steps-that-die';
import { tooFastForFloat32 } from './list/too-fast-for-float32';
import { updatesTooSmall } from './list/updates-too-small';
import { decayOfAdam, decayOfSgd } from './list/weight-decay';
import { whatMuonDoes } from './list/what-muon-does';
import { whenToStop } from './list/when-to-stop';
import { whereEpsilonStands } from './list/where-epsilon-stands';
import type { Lesson } from './types';

/** All lessons, in their order within their chapter. */
export const lessons: readonly Lesson[] = [
  steepestDirection,
  shortSteps,
  finiteDifferences,
  ratesOnAParabola,
  aLongValley,
  pastTheEdge,
  whenToStop,
  batchSizes,
  tooFastForFloat32,
  accumulation,
  incompleteGroup,
  orderOfSamples,
  memoryOfGradients,
  momentumSpellings,
  momentumSpellingsApart,
  dampening,
  acrossADip,
  nesterovLooksAhead,
  stepsThatDie,
  insideAdam,
  biasCorrection,
  whereEpsilonStands,
  updatesTooSmall,
  epsilonInFloat16,
  relativesOfAdam,
  signsAndOwnSteps,
  whatMuonDoes,
  sgdAgainstAdam,
  adamAgainstSgd,
  adamsCounterexample,
  overfitting,
  decayOfSgd,
  decayOfAdam,
  ratesThatFall,
  averagedPath,
  unequalScales,
  standardized,
  warmingUp,
  clipping,
  noiseAtASaddle,
  easyFirst,
  fineTuning,
  dropout,
];
