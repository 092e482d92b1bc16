export { decodeText } from './decode';
export { csvError, CsvError, csvFaultCodes } from './faults';
export { csvLimits } from './limits';
export { rowsWithGaps, samplesOf, type Samples, type Selection } from './samples';
export { splitRows, type Rows } from './split';
export { summaries, tableOf, type ColumnSummary, type Table } from './table';
