import type { AwaitedUserData } from '../../experiment';
import { fittingStart } from '../../experiment/core/edits';
import { currentExperiment } from './experimentStore';
import { screenStore } from './screenStore';

/**
 * The user data that the link on the screen awaits, and what it says on them, with what was changed since. Null where it
 * awaits none, or its problem was left or changed.
 */
export function awaitedNow(): AwaitedUserData | null {
  const { awaiting } = screenStore.getState();
  const current = currentExperiment();
  if (awaiting?.shown.problem !== current.problem) return null;
  const { name, experiment, shown } = awaiting;
  const { problem } = experiment;
  const before = new Map<string, unknown>(Object.entries(shown));
  const changed = Object.fromEntries(Object.entries(current).filter(([key, value]) => before.get(key) !== value));
  const now = { ...experiment, ...changed };
  return { name, experiment: problem.kind === 'data' ? { ...now, start: fittingStart(now, problem) } : now };
}
