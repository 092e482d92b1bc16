import { csvError } from './faults';
import { csvLimits } from './limits';

/**
 * The text of a file: UTF-16 if a byte-order mark says so, otherwise UTF-8, or the default encoding of spreadsheets in the
 * user's language if it is not valid UTF-8.
 *
 * @param legacy label of that encoding, e.g. `gb18030`
 * @throws CsvError if the file is too big or is no text
 */
export function decodeText(file: ArrayBuffer, legacy: string): string {
  if (file.byteLength > csvLimits.bytes) throw csvError('tooBig', { max: csvLimits.bytes / MEGABYTE });
  const bytes = new Uint8Array(file);
  const text = decoded(bytes, [wideEncoding(bytes) ?? 'utf-8', legacy]);
  if (text === null || CONTROL.test(text)) throw csvError('notText', {});
  return text;
}

const MEGABYTE = 1e6;

/** Control characters other than white space do not occur in text. */
const CONTROL = /[^\P{Cc}\s]/u;

function wideEncoding([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** The text in the first encoding in which the bytes are valid; null if there is none. */
function decoded(bytes: Uint8Array, encodings: readonly string[]): string | null {
  for (const encoding of encodings) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return null;
}
