import { useMemo } from 'react';
import { findingOf, type RateFinding } from '../../../engine/tuning/bestRate';
import type { RateCurve } from '../../../engine/tuning/triedRates';
import type { Experiment } from '../../../experiment/core/types';
import { tuningKeys, useTuning } from '../../../workbench/requests/tuning';

/** What is known of one run's rates. */
export type RunRates =
  /** Its rule does not read the rate. */
  | { readonly kind: 'unread' }
  /** Its rates have not been tried yet. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'tried'; readonly curve: RateCurve; readonly finding: RateFinding };

/** What is known of every run's rates. The same objects until a curve or the experiment changes. */
export function useRunRates(experiment: Experiment): readonly RunRates[] {
  const curves = useTuning((state) => state.curves);
  return useMemo(
    () =>
      tuningKeys(experiment).map((key, i): RunRates => {
        const run = experiment.runs[i];
        if (key === null || !run) return { kind: 'unread' };
        const curve = curves.get(key);
        return curve ? { kind: 'tried', curve, finding: findingOf(run, curve) } : { kind: 'waiting' };
      }),
    [experiment, curves],
  );
}
