export { decodeText } from './decode';
export { csvError, CsvError, csvFaultCodes } from './faults';
export { csvLimits } from './limits';
export { rowsWithGaps, samplesOf, type Samples, type Selection } from './samples';
export { parseRows, type ParsedRows } from './parseRows';
export { summaries, tableOf, type ColumnSummary, type Table } from './table';
