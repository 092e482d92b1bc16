import { useEffect, useMemo } from 'react';
import type { SweepMeasure } from '../../experiment/types';
import { SweepPlot } from '../../plots/SweepPlot';
import type { SweepGrid } from '../../plots/geometry/sweepGrid';
import { minimaOf } from '../../workbench/subject';
import { followSweep, preview } from '../../workbench/sweepRequests';
import { hereIn, pick, useSweep, zoomInto, type Sweep } from '../../workbench/sweepStore';
import { useRunStyles } from '../runs';
import type { AxisName } from './axisNames';
import { useColouring } from './colouring';

function useGrids(measure: SweepMeasure): readonly SweepGrid[] {
  const grids = useSweep((state) => state.grids);
  return useMemo(() => grids.map(({ width, height, done, measures }) => ({ width, height, done, values: measures[measure] })), [grids, measure]);
}

interface SweepFigureProps {
  readonly sweep: Sweep;
  readonly nameOf: (of: string) => AxisName;
}

/** The picture of a sweep, computed while it is on the screen. */
export function SweepFigure({ sweep, nameOf }: SweepFigureProps) {
  const { settings: { x, y, measure }, experiment, run } = sweep;
  const style = useRunStyles()[run];
  const results = useSweep((state) => state.grids);
  const grids = useGrids(measure);
  const progress = useSweep((state) => state.progress);
  const colouring = useColouring(measure, results, minimaOf(experiment.problem));
  const here = hereIn(sweep);
  useEffect(() => followSweep(), []);
  useEffect(() => () => preview(null), []);
  return (
    <SweepPlot
      x={{ ...x, ...nameOf(x.of) }}
      y={{ ...y, ...nameOf(y.of) }}
      grids={grids}
      colouring={colouring}
      progress={progress}
      here={style && Number.isFinite(here.x) && Number.isFinite(here.y) ? { ...here, style } : null}
      limits={[]}
      onHover={preview}
      onPick={pick}
      onSelect={zoomInto}
    />
  );
}
