import { useCallback, useMemo } from 'react';
import type { Painter } from '../kit/paint/painter';
import { paintPreview } from '../kit/paint/preview';
import { Layer } from '../kit/parts/Layer';
import { lineOf, type Series } from './line';
import type { LinesProps } from './linesProps';
import type { PlottedLines } from './usePlottedLines';

export interface PreviewLineProps extends Pick<LinesProps, 'styles' | 'selected' | 'scale' | 'frame' | 'colourOf'> {
  readonly series: Series;
  readonly plotted: PlottedLines;
}

/** The line of a preview: the selected run with other numbers. */
export default function PreviewLine({ series, plotted, styles, selected, scale, frame, colourOf }: PreviewLineProps) {
  const style = styles[selected];
  const path = useMemo(() => style && lineOf(series, scale, plotted, style).thinned, [series, scale, plotted, style]);
  const paint = useCallback((painter: Painter) => path && paintPreview(painter, path), [path]);
  return <Layer frame={frame} box={plotted.box} colourOf={colourOf} paint={paint} />;
}
