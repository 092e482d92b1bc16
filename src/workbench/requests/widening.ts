import type { Trace } from '../../engine/trace/types';
import type { View } from '../../engine/view/types';
import { experimentStore } from '../stores/experimentStore';
import { resultStore } from '../stores/resultStore';
import { viewChanged } from './viewChanged';
import { widenedView } from './widenedView';

/** The last widened view, which is returned again for the same view and trace. */
let last: { readonly base: View; readonly trace: Trace; readonly view: View } | null = null;

/** The trace that was on the screen when a drag began; null while nothing is dragged. */
let beforeDrag: Trace | null = null;

// While a slider moves, every position has other runs, and a view that followed them would jump with each of them.
experimentStore.temporal.subscribe(({ isTracking }, { isTracking: wasTracking }) => {
  if (isTracking === wasTracking) return;
  beforeDrag = isTracking ? null : resultStore.getState().trace;
  if (isTracking) viewChanged();
});

/**
 * A view widened for the runs of a trace that leave it. For the runs on the screen it stays what it was until a drag has
 * ended, and changes once then.
 */
export function wideningNow(base: View, trace: Trace): View {
  const isDragged = trace === resultStore.getState().trace && beforeDrag?.parameters.length === trace.parameters.length;
  const shown = (isDragged && beforeDrag) || trace;
  if (last?.base !== base || last.trace !== shown) last = { base, trace: shown, view: widenedView(base, shown) };
  return last.view;
}
