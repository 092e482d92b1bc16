import { encode } from 'uqr';

/** Light modules around the code, without which readers do not find it. */
const BORDER = 4;

interface QrCode {
  /** Modules along a side, with the border. */
  readonly size: number;
  /** The dark modules as an SVG path, one unit each. */
  readonly path: string;
}

/** The QR code of a text; null if the text is too long for one. */
export function qrCodeOf(text: string): QrCode | null {
  const code = encodeOrNull(text);
  return code && { size: code.size, path: code.data.flatMap(rowPath).join('') };
}

function encodeOrNull(text: string) {
  try {
    return encode(text, { ecc: 'L', boostEcc: true, border: BORDER });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Neighbours in one rectangle: between single squares a screen shows hairlines. */
function rowPath(row: readonly boolean[], y: number): string[] {
  const parts: string[] = [];
  for (let x = 0; x < row.length; x += 1) {
    const from = x;
    while (row[x] === true) x += 1;
    if (x > from) parts.push(`M${from} ${y}h${x - from}v1H${from}z`);
  }
  return parts;
}
