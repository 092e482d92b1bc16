import { useEffect, useState } from 'react';
import { currentStep } from '../../workbench/playback/transport';
import { resultStore } from '../../workbench/stores/resultStore';
import { screenStore } from '../../workbench/stores/screenStore';
import { preferenceStore } from '../../workbench/stores/preferences';
import { isFutureHidden } from '../shared/hovered';
import type { Moment } from './summary';
import { followMoment, type MovingMoment } from './followMoment';

const now = (): MovingMoment => ({
  step: currentStep(),
  hidesFuture: isFutureHidden(),
  isPlaying: screenStore.getState().playing,
});

const stores = [screenStore, resultStore, preferenceStore];

/** Where the transport has come to rest. Nothing renders while it moves. */
export function useMoment(): Moment {
  const [moment, setMoment] = useState<Moment>(now);
  useEffect(() => followMoment(stores, now, setMoment), []);
  return moment;
}
