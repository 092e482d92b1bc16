/** What a file is that holds no text: one that a program wrote for itself. */
export const binaryKinds = ['spreadsheet', 'oldSpreadsheet', 'archive', 'other'] as const;
type BinaryKind = (typeof binaryKinds)[number];

/** The first bytes of files that people take for tables. */
const signatures: readonly (readonly [kind: BinaryKind, bytes: readonly number[]])[] = [
  ['spreadsheet', [0x50, 0x4b, 0x03, 0x04]],
  ['oldSpreadsheet', [0xd0, 0xcf, 0x11, 0xe0]],
  ['archive', [0x1f, 0x8b]],
  ['other', [0x89, 0x50, 0x4e, 0x47]],
  ['other', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['other', [0xff, 0xd8, 0xff]],
  ['other', [0x50, 0x41, 0x52, 0x31]],
];

/** The kind of a file that is no text, by its first bytes; null if they may be text. */
export function binaryKindOf(bytes: Uint8Array): BinaryKind | null {
  const found = signatures.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte));
  return found?.[0] ?? null;
}
