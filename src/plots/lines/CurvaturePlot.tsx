import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { CurvaturePath } from '../../engine/theory/edge';
import type { Series } from './line';
import { at } from '../kit/geometry/at';
import type { LossScale } from './losses';
import { formatNumber } from '../kit/geometry/numbers';
import { curveRange, extentOf, pad, padLog, unite, type Range } from '../kit/geometry/range';
import { Lines } from './Lines';
import { Plot } from '../kit/parts/Plot';
import type { ColourOf } from '../kit/paint/useColours';
import type { Frame } from '../kit/parts/useFrame';
import type { CurvaturePlotProps } from './types';

/**
 * The largest eigenvalue of the curvature along each run's path and, dotted in the same colour, the largest that its learning
 * rate allows. Where the first rises to the second is the stability edge. Fills its parent, which must have a size.
 */
export function CurvaturePlot(props: CurvaturePlotProps) {
  const t = useTranslations('plots');
  return (
    <Plot label={t('curvatures')}>
      {(frame, colourOf) => <CurvatureContent {...props} frame={frame} colourOf={colourOf} />}
    </Plot>
  );
}

interface CurvatureContentProps extends CurvaturePlotProps {
  readonly frame: Frame;
  readonly colourOf: ColourOf;
}

function CurvatureContent({ paths, ...props }: CurvatureContentProps) {
  const { scale, step, last, limitLabel } = props;
  const t = useTranslations('plots');
  const series = useMemo(() => paths.map(seriesOf), [paths]);
  const range = useMemo(() => rangeOf(series, scale), [series, scale]);
  const describe = useCallback(
    (run: number, i: number) => {
      const limit = at(series[run]?.limits ?? [], i);
      return [
        [t('curvature'), formatNumber(at(series[run]?.values ?? [], i), digits)] as const,
        ...(Number.isNaN(limit) ? [] : [[limitLabel, formatNumber(limit, digits)] as const]),
      ];
    },
    [series, limitLabel, t],
  );
  return (
    <Lines
      {...props}
      series={series}
      range={range}
      end={Math.max(last, 1)}
      xTitle={t('step')}
      yTitle={t('curvature')}
      position={step}
      stepAt={(position) => Math.max(0, Math.min(Math.round(position), last))}
      describe={describe}
      emptyMessage={!range && series.some(({ steps }) => steps.length > 0) ? t('noCurvature') : null}
    />
  );
}

/** Significant digits: curvatures are computed in float64 from a path that may be float32. */
const digits = 7;

const missingAsNaN = (values: readonly (number | null)[]): Float64Array =>
  Float64Array.from(values, (value) => value ?? NaN);

const seriesOf = (path: Pick<CurvaturePath, 'rows' | 'largest' | 'limit'> | null): Series => ({
  steps: Int32Array.from(path?.rows ?? []),
  positions: Float64Array.from(path?.rows ?? []),
  values: missingAsNaN(path?.largest ?? []),
  limits: missingAsNaN(path?.limit ?? []),
  diverged: false,
});

/** Contains the curvatures, except the peaks of runs that left, and the limits. Null where the scale can show no curvature. */
function rangeOf(series: readonly Series[], scale: LossScale): Range | null {
  const admit = (value: number): boolean => scale === 'linear' || value > 0;
  const ranges = series.map(({ values }) => (scale === 'linear' ? curveRange(values) : extentOf(values, admit)));
  const curvature = unite(ranges);
  const range = curvature && unite([curvature, ...series.map(({ limits }) => extentOf(limits ?? [], admit))]);
  return range && (scale === 'log' ? padLog(range, 0.05) : pad(range, 0.05));
}
