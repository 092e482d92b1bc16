/** The part of gifenc (https://github.com/mattdesl/gifenc), which has no types, that the page uses. */
declare module 'gifenc' {
  /** Red, green and blue, 0 to 255. */
  export type Palette = readonly (readonly [number, number, number])[];

  export interface FrameOptions {
    readonly palette: Palette;
    /** Milliseconds, rounded to hundredths of a second. */
    readonly delay: number;
    /** How often the film is repeated; 0 is for ever. Read from the first frame. */
    readonly repeat?: number;
    /** Whether the colour of `transparentIndex` leaves what is below as it is. */
    readonly transparent?: boolean;
    readonly transparentIndex?: number;
    /** What happens to the frame before the next one; 1: it stays. */
    readonly dispose?: number;
  }

  export function GIFEncoder(): {
    writeFrame(index: Uint8Array, width: number, height: number, options: FrameOptions): void;
    finish(): void;
    bytes(): Uint8Array<ArrayBuffer>;
  };
  export function quantize(rgba: Uint8ClampedArray, colours: number): Palette;
  export function nearestColorIndex(palette: Palette, colour: readonly [number, number, number]): number;
}
