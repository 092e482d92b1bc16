import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { filmOf, framesOf } from '../../exports/film/film';
import type { FilmFormat } from '../../exports/film/types';
import { paintPicture } from '../../exports/picture/raster';
import { isShort, hidePosition, showPosition } from '../../workbench/playback/position';
import { goTo, lastStep } from '../../workbench/playback/transport';
import { whenAnswered } from '../../workbench/requests/whenAnswered';
import { resultStore } from '../../workbench/stores/resultStore';
import { screenStore, setScreen } from '../../workbench/stores/screenStore';
import { even, type PrintChoice } from './print';
import { nextFrame, takePicture, whenPainted } from './takePicture';
import type { Figure } from './useFigure';
import { messageOf } from '../../engine/common/messageOf';

/** The film that is being made, or was. */
export type Film =
  | { readonly kind: 'none' }
  | { readonly kind: 'busy'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly format: FilmFormat; readonly blob: Blob; readonly address: string }
  | { readonly kind: 'failed'; readonly message: string };

export interface FilmChoice {
  readonly format: FilmFormat;
  /** Seconds from the start of the runs to their end. */
  readonly seconds: number;
  readonly hidesFuture: boolean;
}

/**
 * Makes films of a figure. Meanwhile the transport of the page goes along with the film, so that all plots and what the worker
 * computes for them belong to one step; afterwards it is where it was.
 */
export function useFilm({ refresh }: Figure, choice: PrintChoice) {
  const studio = useRef<HTMLDivElement>(null);
  const making = useRef<AbortController | null>(null);
  const [film, setFilm] = useState<Film>({ kind: 'none' });

  // Closing the dialog gives the film up.
  useEffect(() => () => making.current?.abort(), []);
  const address = film.kind === 'done' ? film.address : null;
  useEffect(() => (address === null ? undefined : () => URL.revokeObjectURL(address)), [address]);

  const paint = async (canvas: HTMLCanvasElement, position: number): Promise<void> => {
    await showMoment(position);
    flushSync(refresh);
    if (!studio.current) throw new DOMException('the film was given up', 'AbortError');
    const { picture, print } = takePicture(studio.current, choice);
    await paintPicture(canvas, picture, { ...print, width: canvas.width, height: canvas.height }, 1);
  };

  const make = async ({ format, seconds }: FilmChoice, signal: AbortSignal): Promise<Film> => {
    const last = lastStep(resultStore.getState().trace);
    const frames = framesOf(last, seconds, isShort(last));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [even(choice.width), even(choice.height)];
    if (studio.current) await whenPainted(studio.current);
    const progress = (done: number) => setFilm({ kind: 'busy', done, total: frames.length });
    progress(0);
    const blob = await filmOf({
      format,
      frames,
      canvas,
      paint: (position) => paint(canvas, position),
      onProgress: progress,
      signal,
    });
    return { kind: 'done', format, blob, address: URL.createObjectURL(blob) };
  };

  const start = (chosen: FilmChoice) => {
    const controller = new AbortController();
    making.current = controller;
    const leave = goAlong(chosen.hidesFuture);
    void make(chosen, controller.signal)
      .catch((error: unknown): Film => {
        if (controller.signal.aborted) return { kind: 'none' };
        return { kind: 'failed', message: messageOf(error) };
      })
      .then((result) => {
        leave();
        setFilm(result);
      });
  };
  return { studio, film, start, cancel: () => making.current?.abort() };
}

/** Takes the transport; returns what gives it back. */
function goAlong(hides: boolean): () => void {
  const { step, hidesFuture } = screenStore.getState();
  setScreen({ playing: false, hovered: null, ...(hides && { hidesFuture: true }) });
  return () => {
    hidePosition();
    setScreen({ step, hidesFuture });
  };
}

/** Shows a moment of the runs, and waits until the worker has answered what the plots show of it. */
async function showMoment(position: number): Promise<void> {
  goTo(Math.floor(position));
  showPosition(position, lastStep(resultStore.getState().trace));
  // Requests are sent at the next frame; in a hidden tab there is none, and the film waits.
  await nextFrame();
  await whenAnswered();
}
