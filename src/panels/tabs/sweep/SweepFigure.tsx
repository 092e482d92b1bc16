import { useEffect, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { edgeOverSweep } from '../../../engine/theory/sweepEdge';
import { shownMinima } from '../../../workbench/stores/shownMinima';
import { useResults } from '../../../workbench/stores/resultStore';
import type { AxisTarget, SweepMeasure } from '../../../experiment/core/types';
import { SweepPlot } from '../../../plots/sweep/SweepPlot';
import type { SweepEdgeCurve } from '../../../plots/sweep/types';
import type { SweepGrid } from '../../../plots/sweep/sweepGrid';
import { useAnalyses } from '../../../workbench/requests/analysisStore';
import { followSweep, preview, type FollowSweepOptions } from '../../../workbench/requests/sweepRequests';
import {
  currentSweepPoint,
  applySweepPoint,
  useSweep,
  zoomInto,
  type Sweep,
} from '../../../workbench/stores/sweepStore';
import { useRunStyles } from '../../shared/runs';
import type { AxisName } from './axisNames';
import { useColouring } from './colouring';

function useGrids(measure: SweepMeasure): readonly SweepGrid[] {
  const grids = useSweep((state) => state.grids);
  return useMemo(
    () => grids.map(({ width, height, done, measures }) => ({ width, height, done, values: measures[measure] })),
    [grids, measure],
  );
}

/** The stability edge, where it says something about other runs than the selected one. */
function useEdgeCurves({ experiment, run, settings: { x, y } }: Sweep): readonly SweepEdgeCurve[] {
  const t = useTranslations('sweep');
  const edge = useAnalyses((analyses) => analyses[run]?.edge);
  return useMemo(() => {
    const points = edge ? edgeOverSweep(experiment, run, x, y, edge) : [];
    return points.some(([a, b]) => !Number.isNaN(a + b))
      ? [{ label: t(edge?.applies === 'exact' ? 'edge' : 'edgeLocal'), points }]
      : [];
  }, [experiment, run, x, y, edge, t]);
}

const NO_MINIMA: readonly (readonly number[])[] = [];

export interface SweepFigureProps {
  readonly sweep: Sweep;
  readonly nameOf: (target: AxisTarget) => AxisName;
  /** How it is kept up to date; the same object every time. */
  readonly following?: FollowSweepOptions;
}

/** The picture of a sweep, computed while it is on the screen. */
export function SweepFigure({ sweep, nameOf, following }: SweepFigureProps) {
  const {
    settings: { x, y, measure },
    experiment,
    run,
  } = sweep;
  const style = useRunStyles()[run];
  const results = useSweep((state) => state.grids);
  const grids = useGrids(measure);
  const progress = useSweep((state) => state.progress);
  const trace = useResults((state) => state.trace);
  const minima = experiment.problem.kind === 'data' ? NO_MINIMA : shownMinima(experiment.problem, trace);
  const colouring = useColouring(measure, results, minima);
  const here = currentSweepPoint(sweep);
  useEffect(() => followSweep(following), [following]);
  useEffect(() => () => preview(null), []);
  return (
    <SweepPlot
      x={{ ...x, ...nameOf(x.target) }}
      y={{ ...y, ...nameOf(y.target) }}
      grids={grids}
      colouring={colouring}
      progress={progress}
      current={style && Number.isFinite(here.x) && Number.isFinite(here.y) ? { ...here, style } : null}
      edgeCurves={useEdgeCurves(sweep)}
      onHover={preview}
      onPick={applySweepPoint}
      onSelect={zoomInto}
    />
  );
}
