export {
  dataProblem,
  datasetOf,
  hasDomain,
  isOnUserData,
  modelOf,
  parametersOf,
  problemOf,
  defaultRanges,
} from './core/choice';
export { changeLoss } from './json/changeLoss';
export { complaintCodes } from './core/complaints';
export { fillMessage, sentence } from './core/sentences';
export { defaultExperiment, defaultRun, defaultsFor, fullBatch } from './core/defaults';
export {
  addRun,
  changeBatch,
  changeHyper,
  changeModifiers,
  changeOptimizer,
  changeRule,
  changeProblem,
  changeSchedule,
  changeSetting,
  duplicateRun,
  removeRun,
} from './core/edits';
export { changeUserData } from './core/changeUserData';
export { toJson, type ExperimentJson } from './json/json';
export { limits } from './core/limits';
export { isParameterName, nameFaultCodes, namesFaultOf, type NameFault } from './core/parameterNames';
export { decodeLink, encodeLink } from './link/link';
export { fitScreen } from './link/linkScreen';
export { tidyLink } from './link/tidyLink';
export { minimaOf, defaultLossScale } from './core/lossScale';
export { drawnOf, linesOf, quantitiesOf, statesOf } from './core/quantities';
export { activeModifiers, climbs, freshModifier, modifierHyper, offeredModifiers } from './core/modifiers';
export { parseExperiment, readExperiment } from './json/parse';
export { resetExperiment, startingPoint } from './core/restart';
export { freshSchedule, freshWarmup, scheduleByKind, scheduleFits } from './core/schedules';
export { readSweep, type SweepJson } from './json/sweepJson';
export { fromAxisJson, toAxisJson, type AxisJson } from './json/sweepAxis';
export { axisText, isHyperTarget, isSameTarget, parseAxisTarget } from './core/axisTarget';
export {
  axisChoices,
  constantRange,
  defaultSweep,
  fitSweep,
  exceedsSweepLimit,
  noSweepOf,
  axisValueNow,
  sweepEpochLimit,
  defaultSweepSteps,
  withAxisValue,
  type AxisChoice,
} from './core/sweep';
export { hasDropout, epochLimit, sampleCount, isFullBatch, lastStep, updateCounts } from './core/updates';
export { screenDefaults } from './core/screenState';
export {
  BATCH_SIZE,
  defaultStage,
  stageControlsOf,
  stagePlots,
  type Stage,
  type StageControl,
  type StagePlot,
} from './core/stage';
export type { AwaitedUserData, LinkState, ScreenFields } from './core/screenState';
export type * from './core/types';
