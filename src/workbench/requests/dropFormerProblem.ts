import { experimentStore } from '../stores/experimentStore';
import { resultStore } from '../stores/resultStore';
import { hasSameViewKey, isFormerProblem } from './resetViewWithProblem';

/** Milliseconds that the former problem's picture may stay: a shorter wait without any picture would be seen as flicker. */
const STAYS_FOR = 200;

/**
 * After a change to another problem, takes what the worker answered about the former one off the screen if the new answers take
 * longer than `STAYS_FOR`: its contours and losses would stand under the new problem's axes and names.
 */
export function dropFormerProblem(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopFollowing = experimentStore.subscribe(
    ({ experiment: { problem } }, { experiment: { problem: former } }) => {
      if (problem === former || hasSameViewKey(problem, former)) return;
      clearTimeout(timer);
      timer = setTimeout(drop, STAYS_FOR);
    },
  );
  return () => {
    clearTimeout(timer);
    stopFollowing();
  };
}

function drop(): void {
  const { traced, landscapeOf } = resultStore.getState();
  if (landscapeOf && isFormerProblem(landscapeOf)) resultStore.setState({ landscape: null, landscapeOf: null });
  if (traced && isFormerProblem(traced.problem))
    resultStore.setState({ trace: null, traced: null, traceId: null, inspection: null });
}
