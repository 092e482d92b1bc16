export { axisValue, experimentAt } from './axes';
export { sweepOutcomes, type SweepOutcome, type SweepRequest, type SweepResult } from './types';
