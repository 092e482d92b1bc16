/** Width in texels of every table; texels of four floats lie row by row, and shaders read them with `os_texel` (shaders.ts). */
export const TABLE_WIDTH = 256;

/** Height of the table that holds this many numbers. */
export const tableHeight = (numbers: number): number => Math.max(1, Math.ceil(numbers / 4 / TABLE_WIDTH));

/** The numbers of a table whose records of `size` numbers are each padded to whole texels. */
export function padRecords(records: number, size: number, value: (record: number, k: number) => number): Float32Array {
  const padded = texelsFor(size) * 4;
  const numbers = new Float32Array(records * padded);
  for (let record = 0; record < records; record += 1) {
    for (let k = 0; k < size; k += 1) numbers[record * padded + k] = value(record, k);
  }
  return numbers;
}

/** Texels that hold `size` numbers; at least one. */
export const texelsFor = (size: number): number => Math.max(1, Math.ceil(size / 4));
