import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { csvFaultCodes, CsvError, csvLimits } from '../../experiment/csv';
import { likelySamples, readTable } from '../../experiment/testing/csvFiles';
import { changed } from '../../formula/testing/changed';
import { door } from '../door';
import { expectValues } from '../words';

const folder = new URL('../../experiment/csv/cases/', import.meta.url);

/** Files as people bring them, those of a few kilobytes. */
const files = readdirSync(folder)
  .filter((name) => !name.endsWith('.json'))
  .map((name) => readFileSync(new URL(name, folder)))
  .filter((bytes) => bytes.length < 8000);

const pieces = fc.constantFrom(
  ...[',', ';', '\t', '"', '""', '\n', '\r', '\r\n', '\0', '\ufeff', '#', '%', '-', '.', '1e999', 'NaN', '=1+1', '，'],
  ...['1,5', '1.234,5', 'a', '0x10', '\n\n\n', ',,,,,,,,', '<html>', '{', '١', 'é'],
);

const numbers = fc
  .array(fc.array(fc.oneof(fc.double().map(String), fc.nat().map(String), pieces), { minLength: 1, maxLength: 6 }), {
    maxLength: 12,
  })
  .chain((rows) =>
    fc.constantFrom(',', ';', '\t', ' ', '|').map((sign) => rows.map((row) => row.join(sign)).join('\n')),
  );

const changedBytes = fc
  .tuple(
    fc.constantFrom(...files),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 }),
    fc.nat({ max: 9 }),
  )
  .map(([bytes, changes, cut]) => {
    const copy = Uint8Array.from(bytes);
    for (const [at, value] of changes) copy[at % copy.length] = value;
    return cut === 0 ? copy.slice(0, (changes[0]?.[0] ?? 0) % copy.length) : copy;
  });

const bytesOf = (texts: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> =>
  texts.map((text) => new TextEncoder().encode(text));

const inputs = fc.oneof(
  changedBytes,
  bytesOf(changed(fc.constantFrom(...files.map((bytes) => bytes.toString('utf8'))), pieces)),
  bytesOf(numbers),
  fc.uint8Array({ maxLength: 200 }),
);

/** Files of data: their samples have numbers alone, or a fault names what is wrong. */
export const tables = door('files of data', inputs, async (bytes) => {
  try {
    const { x, y } = likelySamples(await readTable(bytes));
    expect(y.length).toBe(x.length);
    expect(y.length).toBeLessThanOrEqual(csvLimits.rows.max);
    expect([...y, ...x.flat()].every(Number.isFinite)).toBe(true);
    return 'taken';
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    expectValues(csvFaultCodes[error.code], error.values);
    return error.code;
  }
});
