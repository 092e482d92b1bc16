import { adamWithL2OrAdamw } from './list/adam-with-l2-or-adamw';
import { cosineOrStepDecay } from './list/cosine-or-step-decay';
import { divideByNWhenAccumulating } from './list/divide-by-n-when-accumulating';
import { doesASmallerRateFindABetterMinimum } from './list/does-a-smaller-rate-find-a-better-minimum';
import { doesAdamGeneralizeWorse } from './list/does-adam-generalize-worse';
import { doesAdamNeedASchedule } from './list/does-adam-need-a-schedule';
import { doesAdamwCoupleRateAndDecay } from './list/does-adamw-couple-rate-and-decay';
import { doesClippingByValueTurnTheGradient } from './list/does-clipping-by-value-turn-the-gradient';
import { doesItOscillate } from './list/does-it-oscillate';
import { epochBatchIteration } from './list/epoch-batch-iteration';
import { epsilonInsideOrOutsideTheRoot } from './list/epsilon-inside-or-outside-the-root';
import { bfloat16StopsImproving } from './list/bfloat16-stops-improving';
import { float16OrBfloat16 } from './list/float16-or-bfloat16';
import { whatIsAMasterCopy } from './list/what-is-a-master-copy';
import { float32AndTinyUpdates } from './list/float32-and-tiny-updates';
import { fullBatchOrMiniBatch } from './list/full-batch-or-mini-batch';
import { hasItConverged } from './list/has-it-converged';
import { howLargeShouldMomentumBe } from './list/how-large-should-momentum-be';
import { howPatientOnAPlateau } from './list/how-patient-on-a-plateau';
import { howShouldTheRateChangeWithTheBatch } from './list/how-should-the-rate-change-with-the-batch';
import { isAZigzagNormal } from './list/is-a-zigzag-normal';
import { howToReadALearningRateFinder } from './list/how-to-read-a-learning-rate-finder';
import { howToCompareOptimizersFairly } from './list/how-to-compare-optimizers-fairly';
import { isAdamAlwaysBetter } from './list/is-adam-always-better';
import { isNesterovInTorchDifferent } from './list/is-nesterov-in-torch-different';
import { isTheRateTheSameWithMomentum } from './list/is-the-rate-the-same-with-momentum';
import { isWeightDecayLambda } from './list/is-weight-decay-lambda';
import { localOrGlobalMinimum } from './list/local-or-global-minimum';
import { mustTheRateBecomeSmaller } from './list/must-the-rate-become-smaller';
import { resumingWithoutTheOptimizersState } from './list/resuming-without-the-optimizers-state';
import { rmspropOrAdagrad } from './list/rmsprop-or-adagrad';
import { saddleOrMinimum } from './list/saddle-or-minimum';
import { schedulerBeforeTheOptimizer } from './list/scheduler-before-the-optimizer';
import { shuffleOrNot } from './list/shuffle-or-not';
import { torchMomentumOrTheTextbooks } from './list/torch-momentum-or-the-textbooks';
import { trainingLossAboveValidation } from './list/training-loss-above-validation';
import { trainingLossBelowValidation } from './list/training-loss-below-validation';
import { unequalMicroBatches } from './list/unequal-micro-batches';
import { whatDoLossSgdAndEtaMean } from './list/what-do-loss-sgd-and-eta-mean';
import { whatDoesBatchSizeDoToNoise } from './list/what-does-batch-size-do-to-noise';
import { whatDoesClippingByNormDo } from './list/what-does-clipping-by-norm-do';
import { whatDoesEpsilonDo } from './list/what-does-epsilon-do';
import { whatIsAGoodLearningRate } from './list/what-is-a-good-learning-rate';
import { whatIsBiasCorrection } from './list/what-is-bias-correction';
import { whatIsDampening } from './list/what-is-dampening';
import { whatIsTheConditionNumber } from './list/what-is-the-condition-number';
import { whatIsTheStabilityEdge } from './list/what-is-the-stability-edge';
import { whatIsWeightDecayGoodFor } from './list/what-is-weight-decay-good-for';
import { whatMomentumDoes } from './list/what-momentum-does';
import { whyAmsgrad } from './list/why-amsgrad';
import { whyDoKerasAndPytorchDiffer } from './list/why-do-keras-and-pytorch-differ';
import { whyDoesAdamBlowUpLate } from './list/why-does-adam-blow-up-late';
import { whyDoesBatchNormAllowLargerRates } from './list/why-does-batch-norm-allow-larger-rates';
import { whyDoesMyLossGrow } from './list/why-does-my-loss-grow';
import { whyDoesTheLossGoUpAtFirst } from './list/why-does-the-loss-go-up-at-first';
import { whyDoesTrainingStall } from './list/why-does-training-stall';
import { whyIsMyLossFlat } from './list/why-is-my-loss-flat';
import { whyIsTheResultDifferentEachTime } from './list/why-is-the-result-different-each-time';
import { whyNan } from './list/why-nan';
import { whyNotNewton } from './list/why-not-newton';
import { whyNotStraightToTheMinimum } from './list/why-not-straight-to-the-minimum';
import { whyNotZeroWeights } from './list/why-not-zero-weights';
import { whyScaleFeatures } from './list/why-scale-features';
import { whyWarmUp } from './list/why-warm-up';
import type { Question } from './types';

/** All questions, in their order within their topic. */
export const questions: readonly Question[] = [
  whyNan,
  whyDoesMyLossGrow,
  whyIsMyLossFlat,
  whyDoesTrainingStall,
  whyDoesTheLossGoUpAtFirst,
  isAZigzagNormal,
  doesItOscillate,
  whyIsTheResultDifferentEachTime,
  float32AndTinyUpdates,
  bfloat16StopsImproving,
  whatIsAMasterCopy,
  float16OrBfloat16,
  whatDoLossSgdAndEtaMean,
  whatIsAGoodLearningRate,
  howToReadALearningRateFinder,
  whatIsTheStabilityEdge,
  doesASmallerRateFindABetterMinimum,
  howShouldTheRateChangeWithTheBatch,
  whyWarmUp,
  mustTheRateBecomeSmaller,
  cosineOrStepDecay,
  howPatientOnAPlateau,
  whatDoesClippingByNormDo,
  doesClippingByValueTurnTheGradient,
  whatMomentumDoes,
  howLargeShouldMomentumBe,
  isTheRateTheSameWithMomentum,
  isAdamAlwaysBetter,
  howToCompareOptimizersFairly,
  doesAdamGeneralizeWorse,
  whatIsBiasCorrection,
  whatDoesEpsilonDo,
  epsilonInsideOrOutsideTheRoot,
  rmspropOrAdagrad,
  doesAdamNeedASchedule,
  whyDoesAdamBlowUpLate,
  whyAmsgrad,
  epochBatchIteration,
  fullBatchOrMiniBatch,
  whatDoesBatchSizeDoToNoise,
  shuffleOrNot,
  divideByNWhenAccumulating,
  unequalMicroBatches,
  whatIsTheConditionNumber,
  whyScaleFeatures,
  whyDoesBatchNormAllowLargerRates,
  whyNotStraightToTheMinimum,
  saddleOrMinimum,
  localOrGlobalMinimum,
  hasItConverged,
  whyNotNewton,
  whyNotZeroWeights,
  trainingLossBelowValidation,
  trainingLossAboveValidation,
  whatIsWeightDecayGoodFor,
  isWeightDecayLambda,
  adamWithL2OrAdamw,
  doesAdamwCoupleRateAndDecay,
  torchMomentumOrTheTextbooks,
  whatIsDampening,
  isNesterovInTorchDifferent,
  whyDoKerasAndPytorchDiffer,
  schedulerBeforeTheOptimizer,
  resumingWithoutTheOptimizersState,
];
