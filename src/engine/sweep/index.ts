export { axisValue, checkSweep, experimentAt } from './axes';
export {
  sweepOutcomes,
  type SweepAxis,
  type SweepMeasure,
  type SweepMeasures,
  type SweepOutcome,
  type SweepRequest,
  type SweepResult,
} from './types';
