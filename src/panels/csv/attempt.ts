import { CsvError } from '../../experiment/csv';

/** What was made, or what is wrong with the file. */
export function attempt<T>(make: () => T): T | CsvError {
  try {
    return make();
  } catch (error) {
    if (error instanceof CsvError) return error;
    throw error;
  }
}
