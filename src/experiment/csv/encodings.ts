import { csvError } from './faults';
import { csvLimits } from './limits';
import { binaryKindOf } from './binary';

/** The encodings that a file can be read in, by the labels of `TextDecoder`. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'big5',
  'shift_jis',
  'windows-1252',
  'euc-kr',
  'windows-1251',
] as const;
export type Encoding = (typeof encodings)[number];

/** What the detector calls the encodings that files are taken to be in; `TextDecoder` reads each by the name on the right. */
const detected: Readonly<Record<string, Encoding>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
  shift_jis: 'shift_jis',
  cp932: 'shift_jis',
  'windows-1252': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso8859-15': 'windows-1252',
};

/** Names the encodings of bytes, the likeliest first. */
export type Detector = (bytes: Uint8Array) => readonly string[];

export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * The text of a file, in the encoding that its bytes tell: by their mark or their zeros, as UTF-8 if they are valid in it, otherwise the likeliest
 * of the older encodings in which they are valid.
 *
 * @param loadDetector loads what tells older encodings apart; most files do not need it
 * @throws CsvError if the file is too big or holds no text
 */
export async function decodeFile(file: ArrayBuffer, loadDetector: () => Promise<Detector>): Promise<DecodedText> {
  const bytes = checkedBytes(file);
  const marked = markedEncoding(bytes);
  if (marked) return checkedText(bytes, marked);
  const kind = binaryKindOf(bytes);
  if (kind) throw csvError('notText', { kind });
  const wide = wideEncoding(bytes);
  if (wide) return checkedText(bytes, wide);
  if (isValid(bytes, 'utf-8')) return checkedText(bytes, 'utf-8');
  return checkedText(bytes, likeliest(bytes, await loadDetector()));
}

/** The text of a file in an encoding that the user chose; bytes that are invalid in it become �. */
export const decodeAs = (file: ArrayBuffer, encoding: Encoding): DecodedText => ({
  text: decoded(checkedBytes(file), encoding),
  encoding,
});

function checkedBytes(file: ArrayBuffer): Uint8Array {
  if (file.byteLength > csvLimits.bytes) throw csvError('tooBig', { max: csvLimits.bytes / MEGABYTE });
  return new Uint8Array(file);
}

const MEGABYTE = 1e6;

/** Control characters other than white space do not occur in text. */
const CONTROL = /[^\P{Cc}\s]/u;

function checkedText(bytes: Uint8Array, encoding: Encoding): DecodedText {
  const text = decoded(bytes, encoding);
  if (CONTROL.test(text)) throw csvError('notText', { kind: 'other' });
  return { text, encoding };
}

/** The encoding that a byte-order mark names. */
function markedEncoding([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

const WIDE_SAMPLE = 2000;
const LEAST_ZEROS = 0.05;

/**
 * UTF-16 without a mark: digits and separators have a zero for a high byte, and only text of two bytes a character has
 * zeros, all of them on one side.
 */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  const start = bytes.subarray(0, WIDE_SAMPLE);
  const zeros = (side: number) => start.filter((byte, i) => byte === 0 && i % 2 === side).length;
  const [high, low] = [zeros(0), zeros(1)];
  if (high === 0 && low > LEAST_ZEROS * start.length) return 'utf-16le';
  return low === 0 && high > LEAST_ZEROS * start.length ? 'utf-16be' : null;
}

/** As a stream that ends at once: read whole, Node 20 takes Windows-1252 for Latin 1. */
function decoded(bytes: Uint8Array, encoding: Encoding, fatal = false): string {
  const decoder = new TextDecoder(encoding, { fatal });
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}

function isValid(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    decoded(bytes, encoding, true);
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The detector's first choice among those in which all bytes are valid; Windows-1252, in which any are, if there is none. */
function likeliest(bytes: Uint8Array, detect: Detector): Encoding {
  const candidates = detect(tellingLines(bytes));
  const found = candidates.flatMap((name) => detected[name.toLowerCase()] ?? []);
  return found.find((encoding) => isValid(bytes, encoding)) ?? 'windows-1252';
}

const TELLING_BYTES = 50_000;
const LINE_FEED = 0x0a;
const FIRST_BEYOND_ASCII = 0x80;

/**
 * The lines that hold bytes beyond ASCII. Thousands of lines of digits would outweigh the one line of names that
 * tells the encoding. No encoding here has a line feed inside a character.
 */
function tellingLines(bytes: Uint8Array): Uint8Array {
  const telling: number[] = [];
  let start = 0;
  while (start < bytes.length && telling.length < TELLING_BYTES) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed === -1 ? bytes.length : feed + 1;
    const line = bytes.subarray(start, Math.min(end, start + TELLING_BYTES));
    if (line.some((byte) => byte >= FIRST_BEYOND_ASCII)) telling.push(...line);
    start = end;
  }
  return Uint8Array.from(telling);
}
