import { useEffect, useState } from 'react';
import { currentStep } from '../../workbench/playback/transport';
import { resultStore } from '../../workbench/stores/resultStore';
import { screenStore } from '../../workbench/stores/screenStore';
import { preferenceStore } from '../../workbench/stores/preferences';
import { isFutureHidden } from '../shared/hovered';
import type { Moment } from './summary';
import { followMoment } from './followMoment';

const now = (): Moment => ({ step: currentStep(), hidesFuture: isFutureHidden() });

const stores = [screenStore, resultStore, preferenceStore];

/** Where the transport has come to rest. Nothing renders while it moves. */
export function useMoment(): Moment {
  const [moment, setMoment] = useState(now);
  useEffect(() => followMoment(stores, now, setMoment), []);
  return moment;
}
