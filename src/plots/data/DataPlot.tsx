import type { Box } from '../kit/geometry/clip';
import { textWidth } from '../kit/geometry/textWidth';
import { withIndex } from '../kit/geometry/withIndex';
import { useCallback, useId, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { countOutside, usePlottedSamples, type DataPlane } from './usePlottedSamples';
import { colours } from '../kit/paint/colours';
import type { Painter } from '../kit/paint/painter';
import { areSymbols } from './areSymbols';
import { DataInput } from './DataInput';
import { paintIdentity } from './paintIdentity';
import { paintRegions, REGION_NODES, regionsOf } from './paintRegions';
import { paintFits, paintHighlight, paintSamples } from './paintSamples';
import { Axes } from '../kit/parts/Axes';
import { Layer } from '../kit/parts/Layer';
import { Plot } from '../kit/parts/Plot';
import type { ColourOf } from '../kit/paint/useColours';
import type { Frame } from '../kit/parts/useFrame';
import type { DataPlotProps } from './types';
import './data.css';

export { columnRange, regionRanges } from './usePlottedSamples';
export { REGION_LEVELS, REGION_NODES } from './paintRegions';

/** The samples and what the runs predict at the current step. Fills its parent, which must have a size. */
export function DataPlot(props: DataPlotProps) {
  const { names, columns, validation, fit, styles, selected } = props;
  const t = useTranslations('dataPlot');
  const titles = useTitles(props);
  const [first = '', second = ''] = titles;
  const target = names.at(-1) ?? '';
  const count = (columns[0]?.length ?? 0) + (validation?.[0]?.length ?? 0);
  const run = styles[selected]?.label ?? '';
  const label = {
    curve: () => t('data', { target, feature: titles[props.feature] ?? '', count }),
    regions: () => t('regions', { first, second, count, run }),
    against: () => t('against', { target, count, run }),
  };
  return (
    <div className="plot-data" data-kind={fit.kind}>
      {fit.kind === 'curve' && names.length > 2 && <FeatureSwitch {...props} />}
      <Plot label={label[fit.kind]()}>
        {(frame, colourOf) => <Picture {...props} frame={frame} colourOf={colourOf} />}
      </Plot>
    </div>
  );
}

interface DataContentProps extends DataPlotProps {
  readonly frame: Frame;
  readonly colourOf: ColourOf;
}

function Picture(props: DataContentProps) {
  const { hasClasses, styles, selected, highlight, frame, colourOf } = props;
  const { samples, plane } = usePlottedSamples(props, frame);
  const { training, validation } = samples;
  const paintDots = useCallback(
    (painter: Painter) => {
      paintSamples(painter, training, { hasClasses, isHollow: false }, plane);
      if (validation) paintSamples(painter, validation, { hasClasses, isHollow: true }, plane);
    },
    [training, validation, hasClasses, plane],
  );
  const runColour = styles[selected]?.colour ?? colours.ink;
  const paintBatch = useCallback(
    (painter: Painter) => paintHighlight(painter, highlight, training, plane, runColour),
    [highlight, training, plane, runColour],
  );
  const layer = { frame, box: plane.box, colourOf };
  const model = <Layer {...layer} paint={usePaintModel(props, plane)} />;
  const notes = useNotes(props, countOutside(samples, plane));
  const axisTitles = useAxisTitles(props);
  const note = notes.join(BETWEEN);
  // Inside, it lies over samples and lines.
  const isNoteAbove = plane.legend === null && fitsAbove(axisTitles.yTitle, note, plane.box, frame.rem);
  const isBehind = props.fit.kind === 'regions';
  return (
    <>
      {isBehind && model}
      <Layer {...layer} paint={paintDots} />
      <Layer {...layer} paint={paintBatch} />
      {!isBehind && model}
      <svg className="plot-overlay" aria-hidden="true">
        <Axes
          box={plane.box}
          x={plane.xTicks}
          y={plane.yTicks}
          {...axisTitles}
          note={plane.legend || isNoteAbove ? undefined : note}
        />
        {isNoteAbove && (
          <text className="plot-title" x={plane.box.right} y={plane.box.top} dy="-0.95em" textAnchor="end">
            {note}
          </text>
        )}
        <Legend notes={notes} plane={plane} rem={frame.rem} />
      </svg>
      <DataInput
        {...props}
        samples={samples}
        plane={plane}
        xName={axisTitles.xTitle}
        yName={axisTitles.yTitle}
        unit={frame.rem / 16}
      />
    </>
  );
}

/** Gap between the title of the y axis and a note on the same line, in rem. */
const GAP = 0.5;

/** Whether a note has room above the plot, right of the title of the y axis. */
const fitsAbove = (title: string, note: string, { left, right }: Box, rem: number): boolean =>
  textWidth(title, 'tick', rem) + GAP * rem + textWidth(note, 'tick', rem) <= right - left;

interface LegendProps {
  readonly notes: readonly string[];
  readonly plane: DataPlane;
  readonly rem: number;
}

/** The notes of a map: one a line beside it, two a line below its numbers. */
function Legend({ notes, plane: { box, legend }, rem }: LegendProps) {
  if (legend === null) return null;
  const together = legend === 'beside' ? 1 : 2;
  const lines = Array.from({ length: Math.ceil(notes.length / together) }, (_, i) =>
    notes.slice(i * together, (i + 1) * together).join(BETWEEN),
  );
  const place = legend === 'beside' ? { x: box.right + rem, y: box.top } : { x: box.left, y: box.bottom + 1.75 * rem };
  return lines.map((words, i) => (
    <text key={words} className="plot-title" {...place} dy={`${1 + 1.6 * i}em`}>
      {words}
    </text>
  ));
}

const BETWEEN = ' · ';

/** Paints what the model predicts: regions under the samples, or lines over them. */
function usePaintModel({ fit, styles, selected }: DataContentProps, plane: DataPlane) {
  const bands = fit.kind === 'regions' ? fit.bands : null;
  const [x, y] = fit.kind === 'regions' ? [fit.x, fit.y] : [null, null];
  const regions = useMemo(
    () => (bands && x && y ? regionsOf(bands, { view: { x, y }, width: REGION_NODES, height: REGION_NODES }) : null),
    [bands, x, y],
  );
  return useCallback(
    (painter: Painter) => {
      const style = styles[selected];
      if (fit.kind === 'curve') paintFits(painter, fit, styles, selected, plane);
      else if (fit.kind === 'against') paintIdentity(painter);
      else if (regions && style) paintRegions(painter, regions, style, plane);
    },
    [fit, regions, styles, selected, plane],
  );
}

/** The names of the columns as titles of axes, the target last. */
function useTitles({ names, isStandardized }: Pick<DataPlotProps, 'names' | 'isStandardized'>): readonly string[] {
  const t = useTranslations('dataPlot');
  return names.map((name, i) => (isStandardized && i < names.length - 1 ? t('standardized', { name }) : name));
}

/** The meaning of shapes and lines, and how many samples are outside the plot. */
function useNotes(
  { fit, names, hasClasses, classes, validation, isStandardized, highlight }: DataPlotProps,
  outside: number,
): readonly string[] {
  const t = useTranslations('dataPlot');
  const [zero, one] = classes ?? [];
  return [
    ...(hasClasses && fit.kind === 'regions'
      ? [
          zero === undefined ? t('class0') : t('namedClass0', { name: zero }),
          one === undefined ? t('class1') : t('namedClass1', { name: one }),
          t('evenOdds'),
        ]
      : []),
    ...(classes && fit.kind !== 'regions' ? [t('classNumbers', { zero: classes[0], one: classes[1] })] : []),
    ...(validation ? [t('keptBack')] : []),
    ...(fit.kind === 'curve' && names.length > 2 ? [t(isStandardized ? 'othersAtMean' : 'othersAtZero')] : []),
    ...(fit.kind === 'against' && outside > 0 ? [t('outsidePlot', { count: outside })] : []),
    ...(highlight.length > 0 ? [t('batch')] : []),
  ];
}

function useAxisTitles({ fit, names, feature, isStandardized }: DataPlotProps) {
  const t = useTranslations('dataPlot');
  const titles = useTitles({ names, isStandardized });
  const [first = '', second = ''] = titles;
  const target = names.at(-1) ?? '';
  // Columns are called by letters, or by the names in the user's file.
  const hasSymbols = areSymbols(names);
  const style = areSymbols(titles) ? ({ mathematics: 'both' } as const) : ({ titles: 'long' } as const);
  if (fit.kind === 'regions') return { xTitle: first, yTitle: second, ...style };
  if (fit.kind === 'curve') return { xTitle: titles[feature] ?? '', yTitle: target, ...style };
  return hasSymbols
    ? { xTitle: target, yTitle: `${target}\u0302`, mathematics: 'both' as const }
    : { xTitle: target, yTitle: t('predicted', { target }), titles: 'long' as const };
}

function FeatureSwitch({ names, feature, onFeature }: DataPlotProps) {
  const t = useTranslations('dataPlot');
  const group = useId();
  return (
    <fieldset className="plot-features">
      <legend>{t('feature')}</legend>
      {names.slice(0, -1).map((name, i) => (
        <label key={i}>
          <input type="radio" name={group} checked={i === feature} onChange={() => onFeature(i)} />
          <span className={areSymbols(names) ? 'plot-math' : undefined}>
            {areSymbols(names) ? withIndex(name) : name}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
