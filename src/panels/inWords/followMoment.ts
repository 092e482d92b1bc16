import type { StoreApi } from 'zustand';
import type { Moment } from './summary';
import { SETTLE_MS } from '../shared/useSettled';

/**
 * Tells the moment whenever it has rested, and at once when the future is hidden: what is still to come must not stay said.
 * @param now the moment, from the stores
 * @returns stops it
 */
export function followMoment(
  stores: readonly Pick<StoreApi<unknown>, 'subscribe'>[],
  now: () => Moment,
  tell: (moment: Moment) => void,
): () => void {
  let last = now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const moment = now();
    if (moment.step === last.step && moment.hidesFuture === last.hidesFuture) return;
    const isHiding = moment.hidesFuture && !last.hidesFuture;
    last = moment;
    clearTimeout(timer);
    if (isHiding) tell(moment);
    else timer = setTimeout(() => tell(moment), SETTLE_MS);
  };
  const stops = stores.map((store) => store.subscribe(look));
  return () => {
    clearTimeout(timer);
    stops.forEach((stop) => stop());
  };
}
