import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Landscape, View } from '../../engine/view/types';
import type { Trace } from '../../engine/trace/types';
import type { AxedPlane } from '../kit/parts/plane';
import { placeName } from '../kit/geometry/labelPlacement';
import { textWidth } from '../kit/geometry/textWidth';
import { PointHandle } from '../kit/parts/PointHandle';
import { handleAxes, moved } from './handleAxes';
import type { PlottedRun } from './paintPaths';
import { startPixel } from './startPixel';

export interface StartProps {
  readonly start: readonly number[];
  readonly view: View;
  readonly trace: Trace | null;
  readonly landscape: Landscape | null;
  readonly runs: readonly PlottedRun[];
  readonly plane: AxedPlane;
  /** Pixels of one rem. */
  readonly rem: number;
  readonly xName: string;
  readonly yName: string;
  readonly hasButtons?: boolean | undefined;
  readonly onStartChange: ((start: readonly number[], settled: boolean) => void) | null;
}

/** The handle of the start. Moving it does not change what lies off the axes of the view. */
export default function Start({
  start,
  view,
  trace,
  landscape,
  runs,
  plane,
  rem,
  xName,
  yName,
  hasButtons = true,
  onStartChange,
}: StartProps) {
  const t = useTranslations('plots');
  const { x, y } = handleAxes(start, view, plane, xName, yName);
  const { x: across, y: height } = startPixel(start, view, trace, landscape, plane);
  const name = t('start');
  const corner = useMemo(() => {
    const size = { width: textWidth(name, 'tick', rem), height: rem };
    const paths = runs.map(({ path }) => path);
    return placeName({ x: across, y: height }, size, plane.box, paths, 0.4 * rem, 'rightFirst');
  }, [name, rem, across, height, plane.box, runs]);
  return (
    <PointHandle
      at={{ x: across, y: height }}
      corner={corner}
      hasButtons={hasButtons}
      box={plane.box}
      rem={rem}
      x={x}
      y={y}
      words={{ label: t('startLabel'), name, outside: t('startOutside') }}
      kind="start"
      onMove={onStartChange && ((toX, toY, settled) => onStartChange(moved(start, view, toX, toY), settled))}
    />
  );
}
