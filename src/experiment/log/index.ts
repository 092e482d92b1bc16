export { isValidationLoss, likelyColumns, looksLikeLog, lossColumns, numericColumns } from './columns';
export { LogError, logFaultCodes } from './faults';
export { parametersIn } from './parameters';
export { precisionOf, roundingOf } from './precision';
export { readLog } from './readLog';
export { runLogOf } from './runLog';
export type { LogColumns, LogTable, RunLog } from './types';
