import type { SeriesPlotProps } from '../../plots/lines/types';
import { useResults } from '../../workbench/stores/resultStore';
import { setScreen, useScreen } from '../../workbench/stores/screenStore';
import { scrubTo, useStep } from '../../workbench/playback/transport';
import { useHidesFuture, useHovered } from './hovered';
import { useRunStyles, useSelected } from './runs';

/** Whether epochs and samples can be on the x axis: for data problems only. */
export const useHasData = (): boolean => useResults(({ trace }) => trace !== null && trace.epochSize > 0);

const onHover: SeriesPlotProps['onHover'] = (hovered) => setScreen({ hovered });

/** The props that all plots along the steps share: the runs, the current step and the axes. */
export function useStepAxisProps(): Omit<SeriesPlotProps, 'report' | 'parameter' | 'symbol'> {
  const axis = useScreen((state) => state.lossAxis);
  return {
    trace: useResults((state) => state.trace),
    styles: useRunStyles(),
    selected: useSelected(),
    step: useStep(),
    hidesFuture: useHidesFuture(),
    hovered: useHovered(),
    onHover,
    scale: useScreen((state) => state.lossScale),
    axis,
    framing: useScreen((state) => state.framing),
    onStep: scrubTo,
  };
}
