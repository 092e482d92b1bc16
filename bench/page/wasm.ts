/**
 * As much of WebAssembly's binary format as one function over vectors of four float32 needs.
 * https://webassembly.github.io/spec/core/binary/
 */

/** Instructions that leave one value on the stack, or none. */
export type Code = readonly number[];

/** An unsigned number in LEB128. */
const unsigned = (value: number): number[] =>
  value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];

const vector = (opcode: number): number[] => [0xfd, ...unsigned(opcode)];
const floatBytes = (value: number): number[] => [...new Uint8Array(Float32Array.of(value).buffer)];
/** Alignment 1, at this many bytes after the address. */
const memory = (offset: number): number[] => [0, ...unsigned(offset)];

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];
export const all = (parts: readonly Code[]): Code => parts.flat();

/** The same number four times. */
export const constant = (value: number): Code => {
  const bytes = floatBytes(value);
  return [...vector(0x0c), ...bytes, ...bytes, ...bytes, ...bytes];
};
export const splat = (value: Code): Code => [...value, ...vector(0x13)];
export const load = (address: Code, offset: number): Code => [...address, ...vector(0x00), ...memory(offset)];
export const loadSplat = (address: Code, offset: number): Code => [...address, ...vector(0x09), ...memory(offset)];
export const store = (address: Code, offset: number, value: Code): Code => [
  ...address,
  ...value,
  ...vector(0x0b),
  ...memory(offset),
];

const binary =
  (opcode: number) =>
  (first: Code, ...others: readonly Code[]): Code =>
    others.reduce((left, right) => [...left, ...right, ...vector(opcode)], first);
export const add = binary(0xe4);
export const sub = binary(0xe5);
export const mul = binary(0xe6);
export const div = binary(0xe7);
export const sqrt = (value: Code): Code => [...value, ...vector(0xe3)];

/** Repeats a body, adding `step` bytes, fewer than 64, to a local address, until it reaches the address in another. */
export const loop = (local: number, step: number, end: number, body: Code): Code => [
  ...[0x03, 0x40, ...body],
  ...[...get(local), 0x41, ...unsigned(step), 0x6a, 0x22, ...unsigned(local)],
  ...[...get(end), 0x49, 0x0d, 0, 0x0b],
];

const types = { address: 0x7f, number: 0x7d, vector: 0x7b } as const;

const section = (id: number, content: readonly number[]): number[] => [id, ...unsigned(content.length), ...content];
const named = (name: string): number[] => [name.length, ...new TextEncoder().encode(name)];

/**
 * A module with a memory of `pages` times 64 KiB, `memory`, and one function without a result, `run`.
 * @param parameters of the function, its first locals; its others are `vectors` vectors
 */
export function moduleOf(
  pages: number,
  parameters: readonly ('address' | 'number')[],
  vectors: number,
  body: Code,
): Uint8Array<ArrayBuffer> {
  const code = [1, ...unsigned(vectors), types.vector, ...body, 0x0b];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, parameters.length, ...parameters.map((type) => types[type]), 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, ...unsigned(pages)]),
    ...section(7, [2, ...named('memory'), 2, 0, ...named('run'), 0, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  ]);
}
