import { useCallback, useId, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { colours } from './draw/colours';
import { planeOf } from './draw/plane';
import { drawFits, drawHighlight, drawSamples } from './draw/samples';
import { extentOf, pad } from './geometry/range';
import { Axes } from './parts/Axes';
import { Layer } from './parts/Layer';
import { Plot } from './parts/Plot';
import type { ColourOf } from './parts/useColours';
import type { Frame } from './parts/useFrame';
import type { DataPlotProps } from './types';
import './plots.css';

/** The samples, one feature against the target, and each run's fit at the current step. Fills its parent, which must have a size. */
export function DataPlot(props: DataPlotProps) {
  const t = useTranslations('plots');
  const feature = props.names[props.feature] ?? '';
  const target = props.names.at(-1) ?? '';
  return (
    <div className="plot-data">
      {props.names.length > 2 && <FeatureSwitch {...props} />}
      <Plot label={t('data', { target, feature, count: props.columns[0]?.length ?? 0 })}>
        {(frame, colour) => <DataPicture {...props} frame={frame} colour={colour} />}
      </Plot>
    </div>
  );
}

interface DataPictureProps extends DataPlotProps {
  readonly frame: Frame;
  readonly colour: ColourOf;
}

function DataPicture({ columns, names, feature, line, styles, selected, highlight, frame, colour }: DataPictureProps) {
  const t = useTranslations('plots');
  const unit = frame.rem / 16;
  const across = columns[feature];
  const up = columns.at(-1);
  const plane = useMemo(
    () => planeOf(pad(extentOf(across ?? []) ?? [0, 1], 0.05), pad(extentOf(up ?? []) ?? [0, 1], 0.05), frame),
    [across, up, frame],
  );
  const samples = useCallback(
    (context: CanvasRenderingContext2D) => across && up && drawSamples(context, across, up, plane, colour(colours.inkSoft), unit),
    [across, up, plane, colour, unit],
  );
  const own = styles[selected]?.colour ?? colours.ink;
  const batch = useCallback(
    (context: CanvasRenderingContext2D) =>
      across && up && drawHighlight(context, highlight, across, up, plane, colour(own), colour(colours.paper), unit),
    [highlight, across, up, plane, colour, own, unit],
  );
  const fits = useCallback(
    (context: CanvasRenderingContext2D) => drawFits(context, line, styles, selected, plane, colour, unit),
    [line, styles, selected, plane, colour, unit],
  );
  return (
    <>
      <Layer frame={frame} draw={samples} />
      <Layer frame={frame} draw={batch} />
      <Layer frame={frame} draw={fits} />
      <svg className="plot-overlay" aria-hidden="true">
        <Axes
          box={plane.box}
          x={plane.xTicks}
          y={plane.yTicks}
          xTitle={names[feature] ?? ''}
          yTitle={names.at(-1) ?? ''}
          note={names.length > 2 ? t('othersAtZero') : undefined}
          mathematics="both"
        />
      </svg>
    </>
  );
}

function FeatureSwitch({ names, feature, onFeature }: DataPlotProps) {
  const t = useTranslations('plots');
  const group = useId();
  return (
    <fieldset className="plot-features">
      <legend>{t('feature')}</legend>
      {names.slice(0, -1).map((name, i) => (
        <label key={name}>
          <input type="radio" name={group} checked={i === feature} onChange={() => onFeature(i)} />
          <span className="plot-math">{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
