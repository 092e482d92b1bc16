import type { DataPlotProps } from '../../../plots/data/types';
import type { Aids, HeardCurve, Summarize, Summary } from '../summary';
import { isInBand } from './isInBand';

export type DataShown = Pick<
  DataPlotProps,
  'columns' | 'validation' | 'names' | 'classes' | 'fit' | 'feature' | 'styles' | 'selected'
>;

type FitOf<Kind extends DataPlotProps['fit']['kind']> = Extract<DataPlotProps['fit'], { readonly kind: Kind }>;

/** The samples, and what the runs predict of them at the current step. */
export const summarizeData: Summarize<DataShown> = (shown, aids) => {
  const { fit } = shown;
  if (fit.kind === 'curve') return summarizeCurve(shown, fit, aids);
  return fit.kind === 'regions' ? summarizeRegions(shown, fit, aids) : summarizeAgainst(shown, fit, aids);
};

const sampleCount = ({ columns, validation }: DataShown): number =>
  (columns[0]?.length ?? 0) + (validation?.[0]?.length ?? 0);

/** A column of all samples, the held-back ones last. */
const columnOf = ({ columns, validation }: DataShown, index: number): number[] => [
  ...(columns[index] ?? []),
  ...(validation?.[index] ?? []),
];

const targetOf = ({ names }: DataShown): number => names.length - 1;

/** The ranges of the columns on the axes. */
function rangeSentences(shown: DataShown, columns: readonly number[], { t, write }: Aids): string[] {
  return columns.map((index) => {
    const values = columnOf(shown, index);
    const [from, to] = [Math.min(...values), Math.max(...values)];
    return t('inWords.range', { name: shown.names[index] ?? '', from: write(from), to: write(to) });
  });
}

/** Values of the feature at which predictions are listed. */
const LISTED = 9;

function summarizeCurve(shown: DataShown, { range: [from, to], lines }: FitOf<'curve'>, aids: Aids): Summary {
  const { t, write } = aids;
  const { names, feature, styles } = shown;
  const [across = '', target = ''] = [names[feature], names[targetOf(shown)]];
  const runs = lines.flatMap((values, run) =>
    values ? [{ values, style: styles[run], label: styles[run]?.label ?? '' }] : [],
  );
  const valueAt = (values: Float64Array, share: number) =>
    write(values[Math.round(share * (values.length - 1))] ?? NaN);
  const title = t('dataPlot.data', { target, feature: across, count: sampleCount(shown) });
  return {
    title,
    sentences: [
      ...rangeSentences(shown, [feature, targetOf(shown)], aids),
      ...runs.map(({ label, values }) =>
        t('inWords.fit', {
          label,
          name: across,
          from: write(from),
          to: write(to),
          first: valueAt(values, 0),
          last: valueAt(values, 1),
        }),
      ),
    ],
    table:
      runs.length === 0
        ? null
        : {
            caption: t('inWords.predictions', { target, name: across }),
            corner: across,
            columns: runs.map(({ label, style }) => ({ label, style })),
            rows: Array.from({ length: LISTED }, (_, i) => i / (LISTED - 1)).map((share) => ({
              head: write(from + share * (to - from)),
              cells: runs.map(({ values }) => valueAt(values, share)),
            })),
          },
    curves: runs.map(({ label, values }) => ({
      label: t('inWords.fitOf', { label }),
      positions: values.map((_, i) => i),
      values,
      scale: 'linear' as const,
    })),
  };
}

/** The probability from which on class 1 is predicted. */
const EVEN = 0.5;

function summarizeRegions(shown: DataShown, fit: FitOf<'regions'>, aids: Aids): Summary {
  const { t } = aids;
  const { bands } = fit;
  const { names, styles, selected } = shown;
  const [first = '', second = ''] = names;
  const run = styles[selected]?.label ?? '';
  const even = bands?.find(({ level }) => level === EVEN);
  const counts = even ? confusion(shown, (x, y) => isInBand(even, x, y)) : null;
  const count = sampleCount(shown);
  const right = counts ? counts[0][0] + counts[1][1] : 0;
  const nameOf = (kind: 0 | 1) => shown.classes?.[kind] ?? t('inWords.class', { number: kind });
  const kinds = [0, 1] as const;
  return {
    title: t('dataPlot.regions', { first, second, count, run }),
    sentences: [
      ...rangeSentences(shown, [0, 1], aids),
      ...(counts ? [t('inWords.right', { label: run, count: right, all: count })] : []),
    ],
    table: counts && {
      caption: t('inWords.confusion', { label: run }),
      corner: t('inWords.itsClass'),
      columns: kinds.map((kind) => ({ label: t('inWords.predictedAs', { name: nameOf(kind) }) })),
      rows: kinds.map((kind) => ({ head: nameOf(kind), cells: counts[kind].map(String) })),
    },
    curves: probabilityAcross(shown, fit, nameOf(1), aids),
  };
}

/** Places at which the probability is heard: none of them on the edge of the plot, where the areas of its levels end. */
const HEARD = 81;

/** The probability of class 1 from left to right through the middle of the plot, as far as the plot's levels tell it. */
function probabilityAcross(
  { names }: DataShown,
  { x, y, bands }: FitOf<'regions'>,
  name: string,
  { t, write }: Aids,
): HeardCurve[] {
  if (!bands) return [];
  const middle = (y[0] + y[1]) / 2;
  const places = Array.from({ length: HEARD }, (_, i) => x[0] + ((i + 0.5) / HEARD) * (x[1] - x[0]));
  const [across = '', other = ''] = names;
  return [
    {
      label: t('inWords.probabilityAcross', { name, across, other, at: write(middle) }),
      positions: places,
      values: places.map((place) =>
        bands.reduce((highest, band) => (isInBand(band, place, middle) ? Math.max(highest, band.level) : highest), 0),
      ),
      scale: 'linear',
    },
  ];
}

type Counts = readonly [number, number];

/** How many samples of either class are predicted to be of either. */
function confusion(shown: DataShown, isOne: (x: number, y: number) => boolean): readonly [Counts, Counts] {
  const [x, y, target] = [columnOf(shown, 0), columnOf(shown, 1), columnOf(shown, targetOf(shown))];
  const countOf = (kind: number, predicted: boolean) =>
    target.filter((value, i) => value === kind && isOne(x[i] ?? NaN, y[i] ?? NaN) === predicted).length;
  return [
    [countOf(0, false), countOf(0, true)],
    [countOf(1, false), countOf(1, true)],
  ];
}

function summarizeAgainst(shown: DataShown, { predicted }: FitOf<'against'>, aids: Aids): Summary {
  const { t, write } = aids;
  const { names, styles, selected } = shown;
  const target = names[targetOf(shown)] ?? '';
  const label = styles[selected]?.label ?? '';
  const trueValues = columnOf(shown, targetOf(shown));
  const order = [...trueValues.keys()].sort((a, b) => (trueValues[a] ?? NaN) - (trueValues[b] ?? NaN));
  const listed = new Set(
    Array.from({ length: LISTED }, (_, i) => order[Math.round((i * (order.length - 1)) / (LISTED - 1))]),
  );
  const errors = predicted ? trueValues.map((value, i) => Math.abs((predicted[i] ?? NaN) - value)) : [];
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  return {
    title: t('dataPlot.against', { target, count: trueValues.length, run: label }),
    sentences: [
      ...rangeSentences(shown, [targetOf(shown)], aids),
      ...(predicted ? [t('inWords.meanError', { label, error: write(mean) })] : []),
    ],
    table: predicted && {
      caption: t('inWords.someSamples'),
      corner: target,
      columns: [{ label: t('dataPlot.predicted', { target }), style: styles[selected] }],
      rows: [...listed].flatMap((i) =>
        i === undefined ? [] : [{ head: write(trueValues[i] ?? NaN), cells: [write(predicted[i] ?? NaN)] }],
      ),
    },
    // Predictions that are right rise evenly.
    curves: predicted
      ? [
          {
            label: t('inWords.fitOf', { label }),
            positions: order.map((k) => trueValues[k] ?? NaN),
            values: order.map((k) => predicted[k] ?? NaN),
            scale: 'linear' as const,
          },
        ]
      : [],
  };
}
