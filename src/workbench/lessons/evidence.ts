import type { Evidence } from '../../lessons/claims/evidence';
import { recordsOf } from '../../lessons/claims/evidence';
import { currentExperiment } from '../stores/experimentStore';
import { resultStore } from '../stores/resultStore';

const isSamePoint = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);

/** What is on the screen, for claims; null until the runs of the current experiment are complete. */
export function evidenceOnScreen(): Evidence | null {
  const { trace, traced, probe } = resultStore.getState();
  const experiment = currentExperiment();
  if (trace === null || traced !== experiment) return null;
  const runs = recordsOf(trace);
  if (runs === null) return null;
  return {
    experiment,
    runs,
    minima: trace.minima,
    differencesAt: (point) => (probe && isSamePoint(probe.point, point) ? probe.report.differences : null),
  };
}
