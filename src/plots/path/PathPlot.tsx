import { Suspense, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { lazyWith } from '../../late/lazyWith';
import { hasSameAxes } from '../../engine/view/projection';
import { indexOfRow } from '../kit/geometry/path';
import { Axes } from '../kit/parts/Axes';
import { coordinatesAt } from '../kit/parts/describe';
import { Plot } from '../kit/parts/Plot';
import { Readout } from '../kit/parts/Readout';
import type { ColourOf } from '../kit/paint/useColours';
import type { Frame } from '../kit/parts/useFrame';
import { PathsLayer, SurfaceLayer } from './layers';
import { Minima, SampledStarts } from './marks';
import type { PathInputProps } from './PathInput';
import { PreviewLayer } from './PreviewLayer';
import type { StartProps } from './Start';
import { titlesOf, useAxisWords } from './axisWords';
import {
  landscapeOverSameAxes,
  traceOfSameProblem,
  readingOf,
  useAspect,
  usePlane,
  usePlottedLogs,
  usePlottedRuns,
} from './plottedRuns';
import type { PathPlotProps } from './types';
import './path.css';

const PathInput = lazyWith<PathInputProps>(() => import('./PathInput'));
const Start = lazyWith<StartProps>(() => import('./Start'));
const TrialsLayer = lazyWith(() => import('./TrialsLayer'));
const FieldLayer = lazyWith(() => import('./FieldLayer'));
const ProbeMarks = lazyWith(() => import('./Probe'));

/**
 * The runs' paths over the contours of two axes, or on the curve over one. Fills its parent, which must have a size.
 * Until a new landscape arrives, the last one stays at its own coordinates, even if its ranges or held values differ from
 * those of the view. A trace or landscape of another problem, or a landscape over other axes, is not shown.
 */
export function PathPlot(props: PathPlotProps) {
  const t = useTranslations('plots');
  const trace = traceOfSameProblem(props.trace, props.view);
  const landscape = landscapeOverSameAxes(props.landscape, props.view);
  return (
    <Plot label={t('path')}>
      {(frame, colourOf) => (
        <PathContent {...props} trace={trace} landscape={landscape} frame={frame} colourOf={colourOf} />
      )}
    </Plot>
  );
}

interface PathContentProps extends PathPlotProps {
  readonly frame: Frame;
  readonly colourOf: ColourOf;
}

function PathContent(props: PathContentProps) {
  const { trace, landscape, view, start, styles, selected, step, field, probe, onProbe, preview, frame, colourOf } =
    props;
  const t = useTranslations('plots');
  const unit = frame.rem / 16;
  const plane = usePlane(view, landscape, trace, frame, props.units ?? 'fit');
  useAspect(frame, props.onAspect);
  const own = usePlottedRuns(trace, styles, view, plane);
  const logged = usePlottedLogs(props.logs, view, plane);
  const runs = useMemo(() => [...own, ...logged], [own, logged]);
  const reading = readingOf(props.hovered, runs, plane);
  const readLog = reading && props.logs?.[reading.run - own.length]?.log.path;
  const { xName, yName, note } = useAxisWords(view, trace?.parameters ?? [], styles[selected]?.label ?? '');
  return (
    <>
      <SurfaceLayer landscape={landscape} plane={plane} frame={frame} colourOf={colourOf} />
      {field && hasSameAxes(field.view, view) && (
        <FieldLayer field={field} plane={plane} frame={frame} colourOf={colourOf} />
      )}
      <PathsLayer
        runs={runs}
        selected={selected}
        step={step}
        hidesFuture={props.hidesFuture ?? false}
        plane={plane}
        frame={frame}
        colourOf={colourOf}
      />
      {trace?.runs.some(({ method }) => method) && (
        <TrialsLayer
          trace={trace}
          styles={styles}
          axes={view.axes}
          step={step}
          plane={plane}
          frame={frame}
          colourOf={colourOf}
        />
      )}
      {preview && trace && (
        <PreviewLayer
          preview={preview}
          axes={view.axes}
          parameters={trace.parameters.length}
          plane={plane}
          frame={frame}
          colourOf={colourOf}
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
        <Minima
          minima={props.minima}
          isFound={props.areMinimaFound ?? false}
          view={view}
          landscape={landscape}
          plane={plane}
          unit={unit}
        />
        {start === null && <SampledStarts runs={own} plane={plane} unit={unit} />}
        {reading && (
          <circle className="plot-reading" cx={reading.x} cy={reading.y} r={7 * unit} stroke={reading.style.colour} />
        )}
      </svg>
      <PathInput
        {...props}
        runs={runs}
        plane={plane}
        names={[xName, yName]}
        frameWidth={frame.width}
        rem={frame.rem}
        reach={28 * unit}
      />
      <Suspense>{props.overlay?.({ view, plane, rem: frame.rem, runs })}</Suspense>
      {start && (
        <Start {...props} start={start} runs={runs} rem={frame.rem} plane={plane} xName={xName} yName={yName} />
      )}
      {probe && onProbe && probe.point.length === view.held.length && (
        <ProbeMarks
          // Where an update from here goes, and the loss there, may be what a lesson asks.
          probe={props.hidesFuture ? { ...probe, update: null } : probe}
          onProbe={onProbe}
          view={view}
          plane={plane}
          rem={frame.rem}
          xName={xName}
          yName={yName}
        />
      )}
      {reading && trace && (
        <Readout
          point={reading}
          box={plane.box}
          style={reading.style}
          lines={[
            [t('step'), String(reading.step)],
            ...coordinatesAt(
              readLog ? { ...trace, runs: [readLog.run] } : trace,
              view,
              [xName, yName],
              readLog ? 0 : reading.run,
              readLog ? indexOfRow(readLog.steps, reading.step) : reading.step,
              t('loss'),
            ),
          ]}
        />
      )}
    </>
  );
}
