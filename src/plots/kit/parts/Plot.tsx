import { use, useEffect, useLayoutEffect, useState } from 'react';
import { useColours } from '../paint/useColours';
import { PictureDensity } from './pictureDensity';
import { PlotTools } from './plotTools';
import { hidePlot, showPlot, type PlotProps } from './shownPlots';
import { useFrame } from './useFrame';
import './plot.css';

/** The outermost element of a plot: fills its parent, and is empty until its size and colours are known. */
export function Plot(props: PlotProps) {
  const { label, around, children } = props;
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const frame = useFrame(element);
  const colourOf = useColours(element);
  const isOnScreen = use(PictureDensity) === null;
  const tools = use(PlotTools);
  useLayoutEffect(() => {
    if (element && isOnScreen) showPlot(element, props);
  });
  useEffect(() => (element ? () => hidePlot(element) : undefined), [element]);
  const plot = (
    <div ref={setElement} className="plot" role="group" aria-label={label}>
      {frame && colourOf && children(frame, colourOf)}
      {frame && isOnScreen && tools}
    </div>
  );
  return around ? around(plot) : plot;
}
