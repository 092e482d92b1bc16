export {
  dataProblem,
  datasetOf,
  hasDomain,
  linkLoses,
  modelOf,
  parametersOf,
  problemOf,
  ruleOfRun,
  viewRanges,
} from './choice';
export { changeLoss } from './changeLoss';
export { complaintCodes, type ComplaintCode } from './complaints';
export { defaultExperiment, defaultRun, defaultsFor, fullBatch } from './defaults';
export {
  addRun,
  changeBatch,
  changeHyper,
  changeModifiers,
  changeOptimizer,
  changeProblem,
  changeSchedule,
  changeSetting,
  duplicateRun,
  removeRun,
} from './edits';
export { changeData, fittingProblems, scalesDiffer } from './ownData';
export { toJson, type ExperimentJson } from './json';
export { limits } from './limits';
export { decodeLink, encodeLink } from './link';
export { minimaOf, usualLossScale } from './lossScale';
export { quantitiesOf, statesOf } from './quantities';
export { activeModifiers, freshModifier, modifierHyper, modifierIds, offeredModifiers } from './modifiers';
export { ExperimentError, parseExperiment, readExperiment } from './parse';
export { resetExperiment, startingPoint } from './restart';
export { freshSchedule, freshWarmup, scheduleByKind, scheduleFits } from './schedules';
export { readSweep, type SweepJson } from './sweepJson';
export { sentence } from './sentences';
export {
  axisChoices,
  defaultSweep,
  fitSweep,
  isPastSweeps,
  settingAt,
  sweepEpochLimit,
  targetOf,
  usualSweepSteps,
  withSettingAt,
  type AxisChoice,
  type AxisTarget,
} from './sweep';
export { dropsUnits, epochLimit, sampleCount, seesAll, updateCounts, updatesPerEpoch } from './updates';
export type * from './types';
