export { analyseMethodInSlices } from './analyseMethod';
export { analyseInSlices, type RunAnalysis } from './analyse';
export type { Caveat, Edge } from './edge';
export { horizonOf, type Horizon } from './horizon';
export { limitExpression, theoryHyperOfRun } from './limits';
export { type Reason } from './reasons';
