import type { SeriesPlotProps } from '../../plots/lines/types';
import { usePicture } from '../../workbench/stores/pictureStore';
import { showOnScreen, useScreen } from '../../workbench/stores/screenStore';
import { scrubTo, useStep } from '../../workbench/playback/transport';
import { useRunStyles, useSelected } from './runs';

/** Whether losses over epochs or samples mean something: for problems with data. */
export const useHasData = (): boolean => usePicture(({ trace }) => trace !== null && trace.epochSize > 0);

const onHover: SeriesPlotProps['onHover'] = (hovered) => showOnScreen({ hovered });

/** What every plot along the steps is told, whatever it draws: the runs, where in time, and how its axes are. */
export function useAlongSteps(): Omit<SeriesPlotProps, 'report' | 'parameter' | 'symbol'> {
  const hasData = useHasData();
  const axis = useScreen((state) => state.lossAxis);
  return {
    trace: usePicture((state) => state.trace),
    styles: useRunStyles(),
    selected: useSelected(),
    step: useStep(),
    hovered: useScreen((state) => state.hovered),
    onHover,
    scale: useScreen((state) => state.lossScale),
    axis: hasData ? axis : 'step',
    onStep: scrubTo,
  };
}
