export { likelyColumns, looksLikeLog, lossColumns } from './columns';
export { LogError, logError, logFaultCodes } from './faults';
export { logLimits } from './limits';
export { parametersIn } from './parameters';
export { roundingOf } from './precision';
export { readLog } from './readLog';
export { runLogOf } from './runLog';
export type { LogColumns, LogPrecision, LogTable, RunLog } from './types';
