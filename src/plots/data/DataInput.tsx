import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { numbersFrom } from '../../engine/common/fill';
import { at } from '../kit/geometry/at';
import { contains } from '../kit/geometry/clip';
import type { Iterate } from '../kit/geometry/nearest';
import { formatNumber } from '../kit/geometry/numbers';
import type { ScreenPath } from '../kit/geometry/path';
import { NearestInput, type NearestReading } from '../kit/parts/NearestInput';
import type { RunStyle } from '../kit/types';
import type { Samples } from './paintSamples';
import type { DataPlotProps } from './types';
import type { DataPlane, PlacedSamples } from './usePlottedSamples';

interface DataInputProps extends Pick<DataPlotProps, 'fit' | 'styles' | 'names' | 'classes'> {
  readonly samples: PlacedSamples;
  readonly plane: DataPlane;
  /** What the axes hold. */
  readonly xName: string;
  readonly yName: string;
  readonly unit: number;
}

/** What the pointer and the keys go along: samples from left to right, or the fit of a run. */
interface Readable {
  readonly style: RunStyle;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The targets of samples; null of a fit. */
  readonly target: Float64Array | null;
}

/** Significant digits that are read. */
const DIGITS = 5;

/** Reads the sample, or the point of a fit, nearest to the pointer; arrow keys go from one to the next. */
export function DataInput({ fit, styles, names, classes, samples, plane, xName, yName, unit }: DataInputProps) {
  const t = useTranslations('dataPlot');
  const readables = useMemo(
    () => [
      sorted(samples.training, sampleStyle(t('sample'))),
      ...(samples.validation ? [sorted(samples.validation, sampleStyle(t('validationSample')))] : []),
      ...fitsOf(fit, styles),
    ],
    [samples, fit, styles, t],
  );
  const paths = useMemo(() => readables.map((one) => pathOf(one, plane)), [readables, plane]);
  const hasMap = fit.kind === 'regions';
  const readingOf = ({ run, step }: Iterate): NearestReading | null => {
    const [one, path] = [readables[run], paths[run]];
    if (!one || !path || step >= one.x.length) return null;
    const kind = one.target && hasMap ? at(one.target, step) : null;
    const point = { x: at(path.x, step), y: at(path.y, step) };
    return {
      style: one.style,
      lines: [
        [xName, formatNumber(at(one.x, step), DIGITS)],
        [yName, formatNumber(at(one.y, step), DIGITS)],
        ...(kind === null ? [] : [[names.at(-1) ?? '', classes?.[kind === 1 ? 1 : 0] ?? String(kind)] as const]),
      ],
      point: contains(plane.box, point.x, point.y) ? point : null,
    };
  };
  return (
    <NearestInput
      label={t('dataKeys')}
      box={plane.box}
      paths={paths}
      counts={readables.map(({ x }) => x.length)}
      unit={unit}
      readingOf={readingOf}
    />
  );
}

const sampleStyle = (label: string): RunStyle => ({ label, colour: 'var(--plot-ink)', marker: 'circle', dash: [] });

/** Samples from left to right. */
function sorted({ across, up, target }: Samples, style: RunStyle): Readable {
  const order = [...across.keys()].sort((a, b) => at(across, a) - at(across, b));
  const inOrder = (values: Float64Array) => Float64Array.from(order, (i) => values[i] ?? NaN);
  return { style, x: inOrder(across), y: inOrder(up), target: inOrder(target) };
}

function fitsOf(fit: DataPlotProps['fit'], styles: readonly RunStyle[]): Readable[] {
  if (fit.kind !== 'curve') return [];
  const [from, to] = fit.range;
  return fit.lines.flatMap((y, run) => {
    const style = styles[run];
    if (!y || !style) return [];
    const x = numbersFrom(y.length, (i) => from + (i * (to - from)) / Math.max(1, y.length - 1));
    return [{ style, x, y, target: null }];
  });
}

const pathOf = ({ x, y }: Readable, plane: DataPlane): ScreenPath => ({
  x: x.map((value) => plane.x(value)),
  y: y.map((value) => plane.y(value)),
  rows: Int32Array.from(x.keys()),
});
