/** GIF plays everywhere; the others are smaller and sharper, where the browser encodes them. */
export const filmFormats = ['mp4', 'webm', 'gif'] as const;
export type FilmFormat = (typeof filmFormats)[number];

/** Pixels; even numbers, which is what video has. */
export interface FilmSize {
  readonly width: number;
  readonly height: number;
}

/** What becomes a file of one format. */
export interface FilmEncoder {
  /** Adds what is on the canvas. @param at when it is shown, and for how long, in seconds */
  add(at: number, seconds: number): Promise<void>;
  finish(): Promise<Blob>;
  /** Frees what the encoder holds, also before the end. */
  close(): Promise<void>;
}
