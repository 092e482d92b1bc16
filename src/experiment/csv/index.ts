export { decodeAs, decodeFile, encodings, type DecodedText, type Encoding } from './encodings';
export { binaryKinds } from './binary';
export { columnKinds, readCell, type Column } from './columns';
export { csvError, CsvError, csvFaultCodes, excerpt } from './faults';
export type { LayoutChoice } from './layout';
export { csvLimits, largestNumber } from './limits';
export {
  emptyTarget,
  likelyFeatures,
  likelyTarget,
  modelOffer,
  mostFeatures,
  obstacleCodes,
  type ModelOffer,
  type Obstacle,
} from './models';
export { decimalSigns } from './numbers';
export { parseRows, skipReasons, type ParsedRows } from './parseRows';
export { rowChoices, samplesOf, type Selection } from './samples';
export { tableOf, type Table } from './table';
export { rowFaultKinds, unusableRows, type UnusableRows } from './unusable';
