import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { CurvaturePath } from '../../engine/theory/edge';
import type { RunTrace } from '../../engine/trace/types';
import type { Series } from './line';
import { at } from '../kit/geometry/at';
import { breakWindow, endingOf } from './growth';
import { shownExtent } from './losses';
import { valueAxis } from './valueRange';
import { formatNumber } from '../kit/geometry/numbers';
import { curveRange, unite } from '../kit/geometry/range';
import { Lines } from './Lines';
import { Plot } from '../kit/parts/Plot';
import type { ColourOf } from '../kit/paint/useColours';
import type { Frame } from '../kit/parts/useFrame';
import type { CurvaturePlotProps } from './types';

/**
 * The largest eigenvalue of the curvature along each run's path and, dotted in the same colour, the largest that its learning
 * rate allows. Where the first rises to the second is the stability edge. Fills its parent, which must have a size. Uses late
 * messages.
 */
export function CurvaturePlot(props: CurvaturePlotProps) {
  const t = useTranslations('curvature');
  return (
    <Plot label={t('along')}>
      {(frame, colourOf) => <CurvatureContent {...props} frame={frame} colourOf={colourOf} />}
    </Plot>
  );
}

interface CurvatureContentProps extends CurvaturePlotProps {
  readonly frame: Frame;
  readonly colourOf: ColourOf;
}

function CurvatureContent({ paths, trace, ...props }: CurvatureContentProps) {
  const { step, last, limitLabel } = props;
  const t = useTranslations('plots');
  const words = useTranslations('curvature');
  const { series, range, along } = useCurvatures({ ...props, paths, trace });
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
      along={along}
      xTitle={t('step')}
      yTitle={t('curvature')}
      position={step}
      stepAt={(position) => Math.max(0, Math.min(Math.round(position), last))}
      describe={describe}
      emptyMessage={!range && series.some(({ steps }) => steps.length > 0) ? words('nothing') : null}
    />
  );
}

/** Significant digits: curvatures are computed in float64 from a path that may be float32. */
const digits = 7;

const missingAsNaN = (values: readonly (number | null)[]): Float64Array =>
  Float64Array.from(values, (value) => value ?? NaN);

const seriesOf = (path: Pick<CurvaturePath, 'rows' | 'largest' | 'limit'> | null, run?: RunTrace): Series => ({
  steps: Int32Array.from(path?.rows ?? []),
  positions: Float64Array.from(path?.rows ?? []),
  values: missingAsNaN(path?.largest ?? []),
  limits: missingAsNaN(path?.limit ?? []),
  ...endingOf(run),
  // It is not the curvature that breaks: it only ends.
  diverged: false,
});

type CurvaturesInput = Pick<
  CurvaturePlotProps,
  'paths' | 'trace' | 'styles' | 'scale' | 'selected' | 'framing' | 'last'
>;

/** The curvatures along the paths and the ranges of the axes. The limits are always in view. */
function useCurvatures({ paths, trace, styles, scale, selected, framing, last }: CurvaturesInput) {
  const broken = framing === 'break' ? selected : null;
  const count = styles.length;
  return useMemo(() => {
    const runs = (trace?.runs ?? []).slice(0, count);
    const series = paths.map((path, run) => seriesOf(path, runs[run]));
    const around = broken === null ? null : breakWindow(runs, broken);
    const extent = shownExtent(scale);
    const curvature = valueAxis(series, scale, scale === 'linear' ? curveRange : extent, around);
    return {
      series,
      range: curvature && unite([curvature, ...series.map(({ limits }) => (limits ? extent(limits) : null))]),
      along: around ? ([around.from, around.to] as const) : ([0, Math.max(last, 1)] as const),
    };
  }, [paths, trace, count, scale, broken, last]);
}
