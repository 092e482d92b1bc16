import { CsvError } from '../../experiment/csv';

/** The result, or the error in the file. */
export function attempt<T>(make: () => T): T | CsvError {
  try {
    return make();
  } catch (error) {
    if (error instanceof CsvError) return error;
    throw error;
  }
}
