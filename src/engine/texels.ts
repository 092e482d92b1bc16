/**
 * Tables of texels: four floats each, in a texture of known width. TensorFlow.js packs a matrix in 2x2 blocks, one block a
 * texel, so a table of R x C texels is a matrix of 2R x 2C numbers; shaders read it with `os_texel` (shaders.ts).
 */
export const TABLE_WIDTH = 256;

export interface TexelTable {
  /** Shape of the matrix. */
  readonly shape: [number, number];
  readonly values: Float32Array;
}

/** Puts consecutive groups of four numbers into consecutive texels. */
export function texelTable(numbers: ArrayLike<number>, width = TABLE_WIDTH): TexelTable {
  const rows = Math.max(1, Math.ceil(numbers.length / 4 / width));
  const values = new Float32Array(rows * width * 4);
  for (let i = 0; i < numbers.length; i += 1) values[matrixIndex(i, width)] = numbers[i] as number;
  return { shape: [rows * 2, width * 2], values };
}

/** Where number `i` of a table stands in the matrix that holds it. */
export function matrixIndex(i: number, width: number): number {
  const texel = i >> 2;
  const row = Math.floor(texel / width);
  const column = texel - row * width;
  return (2 * row + ((i >> 1) & 1)) * 2 * width + 2 * column + (i & 1);
}

/** Fills the texels of each record up: `size` numbers a record, padded to whole texels. */
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
