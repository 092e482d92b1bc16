/** What a GIF file says of itself, read by the book (GIF89a), apart from the code that writes it. */
export interface GifContents {
  readonly width: number;
  readonly height: number;
  readonly isRepeated: boolean;
  readonly frames: readonly { readonly hundredths: number; readonly palette: readonly (readonly number[])[] }[];
}

/** Throws Error where the file ends early or has something that no GIF has. */
export function gifFrames(bytes: Uint8Array): GifContents {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (at: number, length: number) => String.fromCharCode(...bytes.subarray(at, at + length));
  if (text(0, 6) !== 'GIF89a') throw new Error(`it begins with ${text(0, 6)}`);
  const tableSize = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const frames: { hundredths: number; palette: number[][] }[] = [];
  let at = 13 + tableSize(view.getUint8(10));
  const globalTable = tableOf(bytes, 13, tableSize(view.getUint8(10)));
  let [hundredths, isRepeated] = [0, false];
  const skipBlocks = () => {
    while (view.getUint8(at) !== 0) at += view.getUint8(at) + 1;
    at += 1;
  };
  for (;;) {
    const kind = view.getUint8(at);
    if (kind === 0x3b) break;
    if (kind === 0x21) {
      const label = view.getUint8(at + 1);
      if (label === 0xf9) hundredths = view.getUint16(at + 4, true);
      if (label === 0xff && text(at + 3, 11) === 'NETSCAPE2.0') isRepeated = true;
      at += 2;
      skipBlocks();
    } else if (kind === 0x2c) {
      const size = tableSize(view.getUint8(at + 9));
      const palette = size > 0 ? tableOf(bytes, at + 10, size) : globalTable;
      at += 10 + size + 1;
      skipBlocks();
      frames.push({ hundredths, palette });
    } else throw new Error(`a block of kind ${kind} at ${at}`);
  }
  return { width: view.getUint16(6, true), height: view.getUint16(8, true), isRepeated, frames };
}

const tableOf = (bytes: Uint8Array, at: number, size: number): number[][] =>
  Array.from({ length: size / 3 }, (_, i) => [...bytes.subarray(at + 3 * i, at + 3 * i + 3)]);
