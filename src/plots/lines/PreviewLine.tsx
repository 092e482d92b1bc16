import { useCallback, useMemo } from 'react';
import { lineOf, type Series } from './drawLines';
import { drawPreview } from '../kit/paint/preview';
import { Layer } from '../kit/parts/Layer';
import type { LinesProps } from './linesProps';
import type { LinePicture } from './useLinePicture';

interface PreviewLineProps extends Pick<LinesProps, 'styles' | 'selected' | 'scale' | 'frame' | 'colour'> {
  readonly series: Series;
  readonly picture: LinePicture;
}

/** A run that is only looked at: what the selected one would be with other settings. */
export function PreviewLine({ series, picture, styles, selected, scale, frame, colour }: PreviewLineProps) {
  const style = styles[selected];
  const path = useMemo(() => style && lineOf(series, scale, picture, style).thinned, [series, scale, picture, style]);
  const draw = useCallback(
    (context: CanvasRenderingContext2D) => path && drawPreview(context, path, picture.box, colour, frame.rem / 16),
    [path, picture, colour, frame],
  );
  return <Layer frame={frame} draw={draw} />;
}
