import { useTranslations } from 'use-intl';
import type { Landscape, View } from '../../engine/view/types';
import type { Trace } from '../../engine/trace/types';
import { curveAt } from './curve';
import type { AxedPlane } from '../kit/parts/plane';
import { at } from '../kit/geometry/at';
import { PointHandle } from '../kit/parts/PointHandle';
import { handleAxes, moved } from './handleAxes';

export interface StartProps {
  readonly start: readonly number[];
  readonly view: View;
  readonly trace: Trace | null;
  readonly landscape: Landscape | null;
  readonly plane: AxedPlane;
  readonly xName: string;
  readonly yName: string;
  readonly onStartChange: (start: readonly number[], settled: boolean) => void;
}

/** The handle of the start. Moving it does not change what lies off the axes of the view. */
export function Start({ start, view, trace, landscape, plane, xName, yName, onStartChange }: StartProps) {
  const t = useTranslations('plots');
  const { x, y } = handleAxes(start, view, plane, xName, yName);
  const height = y ? plane.y(y.value) : curveHeight(x.value, trace, landscape, plane);
  return (
    <PointHandle
      at={{ x: plane.x(x.value), y: height }}
      box={plane.box}
      x={x}
      y={y}
      words={{ label: t('startLabel'), name: t('start'), outside: t('startOutside') }}
      kind="start"
      onMove={(toX, toY, settled) => onStartChange(moved(start, view, toX, toY), settled)}
    />
  );
}

/**
 * Height in pixels of the handle on a curve: at the loss of the start, which is that of the trace if the trace begins
 * there, otherwise that of the curve.
 */
function curveHeight(x: number, trace: Trace | null, landscape: Landscape | null, { y, box }: AxedPlane): number {
  const run = trace?.runs.find(({ params, rows }) => rows > 0 && params[0] === x && trace.parameters.length === 1);
  const loss = run ? at(run.loss, 0) : landscape && curveAt(landscape, x);
  return loss === null || !Number.isFinite(loss) ? box.bottom : y(loss);
}
