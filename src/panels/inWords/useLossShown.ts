import { useResults } from '../../workbench/stores/resultStore';
import { useScreen } from '../../workbench/stores/screenStore';
import { useStyledLogs } from '../shared/logs';
import { useRunStyles } from '../shared/runs';
import type { SummarizedPlot } from './summaries';

/** What the loss plot shows, for its summary. */
export const useLossShown = (): Extract<SummarizedPlot, { readonly of: 'loss' }> => ({
  of: 'loss',
  shows: {
    trace: useResults((state) => state.trace),
    styles: useRunStyles(),
    logs: useStyledLogs(),
    scale: useScreen((state) => state.lossScale),
  },
});
