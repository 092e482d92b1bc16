import { useCallback, useId, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { countOutside, useDataPicture, type DataPlane } from './useDataPicture';
import { colours } from '../kit/paint/colours';
import { drawIdentity } from './identity';
import { drawRegions, REGION_NODES, regionsOf } from './regions';
import { drawFits, drawHighlight, drawSamples } from './samples';
import { Axes } from '../kit/parts/Axes';
import { Layer } from '../kit/parts/Layer';
import { Plot } from '../kit/parts/Plot';
import type { ColourOf } from '../kit/paint/useColours';
import type { Frame } from '../kit/parts/useFrame';
import type { DataPlotProps } from './types';
import './data.css';

export { columnRange, regionRanges } from './useDataPicture';
export { REGION_LEVELS, REGION_NODES } from './regions';

/** The samples and what the runs make of them at the current step. Fills its parent, which must have a size. */
export function DataPlot(props: DataPlotProps) {
  const { names, columns, validation, picture, styles, selected } = props;
  const t = useTranslations('plots');
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
    <div className="plot-data" data-kind={picture.kind}>
      {picture.kind === 'curve' && names.length > 2 && <FeatureSwitch {...props} />}
      <Plot label={label[picture.kind]()}>
        {(frame, colour) => <Picture {...props} frame={frame} colour={colour} />}
      </Plot>
    </div>
  );
}

interface PictureProps extends DataPlotProps {
  readonly frame: Frame;
  readonly colour: ColourOf;
}

function Picture(props: PictureProps) {
  const { hasClasses, styles, selected, highlight, frame, colour } = props;
  const unit = frame.rem / 16;
  const { samples, plane } = useDataPicture(props, frame);
  const { training, validation } = samples;
  const dots = useCallback(
    (context: CanvasRenderingContext2D) => {
      drawSamples(context, training, { hasClasses, isHollow: false }, plane, colour, unit);
      if (validation) drawSamples(context, validation, { hasClasses, isHollow: true }, plane, colour, unit);
    },
    [training, validation, hasClasses, plane, colour, unit],
  );
  const own = styles[selected]?.colour ?? colours.ink;
  const batch = useCallback(
    (context: CanvasRenderingContext2D) =>
      drawHighlight(context, highlight, training, plane, colour(own), colour(colours.paper), unit),
    [highlight, training, plane, colour, own, unit],
  );
  const model = useModelLayer(props, plane, unit);
  const notes = useNotes(props, countOutside(samples, plane));
  const isBehind = props.picture.kind === 'regions';
  return (
    <>
      {isBehind && <Layer frame={frame} draw={model} />}
      <Layer frame={frame} draw={dots} />
      <Layer frame={frame} draw={batch} />
      {!isBehind && <Layer frame={frame} draw={model} />}
      <svg className="plot-overlay" aria-hidden="true">
        <Axes
          box={plane.box}
          x={plane.xTicks}
          y={plane.yTicks}
          {...useAxisTitles(props)}
          note={plane.legend ? undefined : notes.join(BETWEEN)}
        />
        <Legend notes={notes} plane={plane} rem={frame.rem} />
      </svg>
    </>
  );
}

interface LegendProps {
  readonly notes: readonly string[];
  readonly plane: DataPlane;
  readonly rem: number;
}

/** What is noted about a map: one note a line beside it, two below its numbers. */
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

/** Draws what the model says: regions under the samples, lines over them. */
function useModelLayer(
  { picture, styles, selected, colour }: PictureProps,
  plane: ReturnType<typeof useDataPicture>['plane'],
  unit: number,
) {
  const bands = picture.kind === 'regions' ? picture.bands : null;
  const [x, y] = picture.kind === 'regions' ? [picture.x, picture.y] : [null, null];
  const regions = useMemo(
    () => (bands && x && y ? regionsOf(bands, { view: { x, y }, width: REGION_NODES, height: REGION_NODES }) : null),
    [bands, x, y],
  );
  return useCallback(
    (context: CanvasRenderingContext2D) => {
      const style = styles[selected];
      if (picture.kind === 'curve')
        drawFits(context, picture.lines, picture.range, styles, selected, plane, colour, unit);
      else if (picture.kind === 'against') drawIdentity(context, plane, colour(colours.ink), unit);
      else if (regions && style) drawRegions(context, regions, style, plane, colour, unit);
    },
    [picture, regions, styles, selected, plane, colour, unit],
  );
}

/** What the columns are called as titles of axes, the target last. */
function useTitles({ names, isStandardized }: Pick<DataPlotProps, 'names' | 'isStandardized'>): readonly string[] {
  const t = useTranslations('plots');
  return names.map((name, i) => (isStandardized && i < names.length - 1 ? t('standardized', { name }) : name));
}

/** What the shapes of the samples and the lines mean, and what is not seen. */
function useNotes({ picture, names, hasClasses, validation }: DataPlotProps, outside: number): readonly string[] {
  const t = useTranslations('plots');
  return [
    ...(hasClasses && picture.kind === 'regions' ? [t('class0'), t('class1'), t('evenOdds')] : []),
    ...(validation ? [t('keptBack')] : []),
    ...(picture.kind === 'curve' && names.length > 2 ? [t('othersAtZero')] : []),
    ...(picture.kind === 'against' && outside > 0 ? [t('outsidePlot', { count: outside })] : []),
  ];
}

function useAxisTitles({ picture, names, feature, isStandardized }: DataPlotProps) {
  const t = useTranslations('plots');
  const titles = useTitles({ names, isStandardized });
  const [first = '', second = ''] = titles;
  const target = names.at(-1) ?? '';
  // Columns have letters, or the names that a person's file gives them.
  const hasLetters = areLetters(names);
  const style = areLetters(titles) ? ({ mathematics: 'both' } as const) : ({ titles: 'long' } as const);
  if (picture.kind === 'regions') return { xTitle: first, yTitle: second, ...style };
  if (picture.kind === 'curve') return { xTitle: titles[feature] ?? '', yTitle: target, ...style };
  return hasLetters
    ? { xTitle: target, yTitle: `${target}\u0302`, mathematics: 'both' as const }
    : { xTitle: target, yTitle: t('predicted', { target }), titles: 'long' as const };
}

/** Longest name of a column in formulas: `x32`. */
const LETTER = 3;

const areLetters = (names: readonly string[]): boolean => names.every((name) => name.length <= LETTER);

function FeatureSwitch({ names, feature, onFeature }: DataPlotProps) {
  const t = useTranslations('plots');
  const group = useId();
  return (
    <fieldset className="plot-features">
      <legend>{t('feature')}</legend>
      {names.slice(0, -1).map((name, i) => (
        <label key={i}>
          <input type="radio" name={group} checked={i === feature} onChange={() => onFeature(i)} />
          <span className={areLetters(names) ? 'plot-math' : undefined}>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
