import {
  BufferTarget,
  CanvasSource,
  getFirstEncodableVideoCodec,
  Mp4OutputFormat,
  Output,
  QUALITY_HIGH,
  WebMOutputFormat,
  type VideoCodec,
} from 'mediabunny';
import type { FilmEncoder, FilmSize } from './types';

export type VideoFormat = 'mp4' | 'webm';

/** What players that know a format play: in an MP4 only H.264 does everywhere. */
const codecs: Readonly<Record<VideoFormat, VideoCodec[]>> = { mp4: ['avc'], webm: ['vp9', 'vp8', 'av1'] };

/** The best codec of a format that this browser encodes at a size; null if there is none. */
const codecFor = (format: VideoFormat, { width, height }: FilmSize): Promise<VideoCodec | null> =>
  getFirstEncodableVideoCodec(codecs[format], { width, height, quality: QUALITY_HIGH });

export const canEncode = async (format: VideoFormat, size: FilmSize): Promise<boolean> =>
  (await codecFor(format, size)) !== null;

/** Encodes what is on a canvas with the browser's own encoder. Rejects where it has none for this size. */
export async function videoEncoder(canvas: HTMLCanvasElement, format: VideoFormat): Promise<FilmEncoder> {
  const codec = await codecFor(format, canvas);
  if (codec === null)
    throw new Error(`this browser cannot encode ${format} of ${canvas.width} x ${canvas.height} pixels`);
  const target = new BufferTarget();
  const output = new Output({ format: format === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat(), target });
  const source = new CanvasSource(canvas, { codec, quality: QUALITY_HIGH });
  output.addVideoTrack(source);
  await output.start();
  return {
    add: (at, seconds) => source.add(at, seconds),
    async finish() {
      await output.finalize();
      if (!target.buffer) throw new Error('the film has no frames');
      return new Blob([target.buffer], { type: `video/${format}` });
    },
    async close() {
      if (output.state !== 'finalized') await output.cancel();
    },
  };
}
