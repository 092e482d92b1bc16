export { axisChoices, axisValue, checkSweep, experimentAt, sweepLimits, type AxisChoice, type AxisTarget } from './axes';
export { sweepOutcomes, type SweepAxis, type SweepMeasure, type SweepMeasures, type SweepOutcome, type SweepRequest, type SweepResult } from './types';
