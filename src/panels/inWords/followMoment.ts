import type { StoreApi } from 'zustand';
import type { Moment } from './summary';
import { SETTLE_MS } from '../shared/useSettled';

/** The moment, and whether the runs are being played, so that it will not rest by itself. */
export interface MovingMoment extends Moment {
  readonly isPlaying: boolean;
}

/**
 * Tells the moment whenever it has rested while nothing is played, and at once when the future is hidden: what is still to come must not stay said.
 * @param now the moment, from the stores
 * @returns stops it
 */
export function followMoment(
  stores: readonly Pick<StoreApi<unknown>, 'subscribe'>[],
  now: () => MovingMoment,
  tell: (moment: Moment) => void,
): () => void {
  let last = now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const moment = now();
    const { step, hidesFuture, isPlaying } = moment;
    if (step === last.step && hidesFuture === last.hidesFuture && isPlaying === last.isPlaying) return;
    const isHiding = hidesFuture && !last.hidesFuture;
    last = moment;
    clearTimeout(timer);
    if (isHiding) tell({ step, hidesFuture });
    else if (!isPlaying) timer = setTimeout(() => tell({ step, hidesFuture }), SETTLE_MS);
  };
  const stops = stores.map((store) => store.subscribe(look));
  return () => {
    clearTimeout(timer);
    stops.forEach((stop) => stop());
  };
}
