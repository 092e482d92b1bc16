import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { isOver } from '../../engine/view/projection';
import { Axes } from '../kit/parts/Axes';
import { coordinatesAt } from '../kit/parts/describe';
import { Plot } from '../kit/parts/Plot';
import { Readout } from '../kit/parts/Readout';
import type { ColourOf } from '../kit/paint/useColours';
import type { Frame } from '../kit/parts/useFrame';
import { PathsLayer, SurfaceLayer } from './layers';
import { Minima, OwnStarts } from './marks';
import { PathSurface } from './PathSurface';
import { PreviewLayer } from './PreviewLayer';
import { Start } from './Start';
import { titlesOf, useAxisWords } from './axisWords';
import { ofSameAxes, ofSameProblem, readingOf, usePlane, useRunPictures } from './usePicture';
import type { PathPlotProps } from './types';
import './path.css';

const FieldLayer = lazy(() => import('./FieldLayer'));
const ProbeMarks = lazy(() => import('./Probe'));

/**
 * The runs' paths: over the contours of two parameters, or on the curve of one. Fills its parent, which must have a size.
 * A landscape of another range or of other held values than the view's is drawn where it belongs until the next one comes;
 * a trace or a landscape of another problem or of other axes is not drawn.
 */
export function PathPlot(props: PathPlotProps) {
  const t = useTranslations('plots');
  const trace = ofSameProblem(props.trace, props.view);
  const landscape = ofSameAxes(props.landscape, props.view);
  return (
    <Plot label={t('path')}>
      {(frame, colour) => <PathPicture {...props} trace={trace} landscape={landscape} frame={frame} colour={colour} />}
    </Plot>
  );
}

interface PathPictureProps extends PathPlotProps {
  readonly frame: Frame;
  readonly colour: ColourOf;
}

function PathPicture(props: PathPictureProps) {
  const { trace, landscape, view, start, styles, selected, step, field, probe, onProbe, preview, frame, colour } =
    props;
  const t = useTranslations('plots');
  const unit = frame.rem / 16;
  const plane = usePlane(view, landscape, trace, frame);
  const runs = useRunPictures(trace, styles, view, plane);
  const reading = readingOf(props.hovered, runs, plane);
  const { xName, yName, note } = useAxisWords(view, trace?.parameters ?? [], styles[selected]?.label ?? '');
  return (
    <>
      <SurfaceLayer landscape={landscape} plane={plane} frame={frame} colour={colour} />
      <Suspense>
        {field && isOver(field.view, view) && <FieldLayer field={field} plane={plane} frame={frame} colour={colour} />}
      </Suspense>
      <PathsLayer runs={runs} selected={selected} step={step} plane={plane} frame={frame} colour={colour} />
      {preview && trace && (
        <PreviewLayer
          preview={preview}
          axes={view.axes}
          parameters={trace.parameters.length}
          plane={plane}
          frame={frame}
          colour={colour}
        />
      )}
      <svg className="plot-overlay" aria-hidden="true">
        <Axes
          box={plane.box}
          x={plane.xTicks}
          y={plane.yTicks}
          xTitle={xName}
          yTitle={yName}
          note={note}
          {...titlesOf(view)}
        />
        <Minima minima={props.minima} view={view} landscape={landscape} plane={plane} unit={unit} />
        {start === null && <OwnStarts runs={runs} plane={plane} unit={unit} />}
        {reading && (
          <circle className="plot-reading" cx={reading.x} cy={reading.y} r={7 * unit} stroke={reading.style.colour} />
        )}
      </svg>
      <PathSurface
        {...props}
        runs={runs}
        plane={plane}
        names={[xName, yName]}
        frameWidth={frame.width}
        reach={28 * unit}
      />
      <Suspense>{props.overlay?.({ view, plane, rem: frame.rem })}</Suspense>
      {start && <Start {...props} start={start} plane={plane} xName={xName} yName={yName} />}
      <Suspense>
        {probe && onProbe && probe.point.length === view.held.length && (
          <ProbeMarks
            probe={probe}
            onProbe={onProbe}
            view={view}
            plane={plane}
            rem={frame.rem}
            xName={xName}
            yName={yName}
          />
        )}
      </Suspense>
      {reading && trace && (
        <Readout
          point={reading}
          box={plane.box}
          style={reading.style}
          lines={[
            [t('step'), String(reading.step)],
            ...coordinatesAt(trace, view, [xName, yName], reading.run, reading.step, t('loss')),
          ]}
        />
      )}
    </>
  );
}
