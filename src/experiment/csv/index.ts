export { decodeText } from './decode';
export { csvError, CsvError, csvFaultCodes, type CsvFaultCode, type Place } from './faults';
export { csvLimits } from './limits';
export { rowsWithGaps, samplesOf, type Samples, type Selection } from './samples';
export { splitRows, type Row, type Rows } from './split';
export { summaries, tableOf, type ColumnSummary, type Table } from './table';
