export { analyse, analyseInSlices, type RunAnalysis } from './analyse';
export type { Caveat, CurvaturePath, Edge } from './edge';
export { curvatureLimit, limitExpression, rateLimit, theorySettings, type NoLimit } from './limits';
export { whyCodes, type Reason, type WhyCode } from './reasons';
