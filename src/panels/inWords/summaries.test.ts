import { createTranslator } from 'use-intl/core';
import { describe, expect, test } from 'vitest';
import type { RunTrace, Trace } from '../../engine/trace/types';
import { languages, loadLaterMessages, loadMessages, type Language } from '../../language';
import { runStyles } from '../shared/runStyles';
import type { Aids, Moment } from './summary';
import { summarizePlot, type PlotName, type Shows } from './summaries';

const styles = runStyles(['Adam', 'SGD']);

/** x halves its distance from 1 with every update; the loss is the square of that distance. */
const halving = (rows: number): RunTrace => {
  const distances = Float64Array.from({ length: rows }, (_, k) => 2 ** -k);
  return {
    rows,
    params: distances.map((distance) => 1 + distance),
    loss: distances.map((distance) => distance ** 2),
    state: new Float64Array(0),
    outcome: { kind: 'descending' },
    samplesSeen: distances,
    lr: new Float64Array(rows - 1).fill(0.25),
  };
};

/** Its loss grows to infinity at step 3. */
const breaking: RunTrace = {
  ...halving(4),
  params: Float64Array.of(2, 4, 16, Infinity),
  loss: Float64Array.of(1, 9, 225, Infinity),
  outcome: { kind: 'diverged', step: 3, cause: 'overflow' },
};

const trace: Trace = {
  engine: 'float64',
  parameters: ['x'],
  totals: [11, 11],
  runs: [halving(11), breaking],
  epochSize: 0,
  minima: [[1]],
};

const samples = [Float64Array.of(-1, 0, 1, 2), Float64Array.of(0, 0, 0, 0), Float64Array.of(0, 0, 1, 1)];

const noMeasure = new Float32Array(4);

/** Something to read of every plot. */
const shown: { readonly [Name in PlotName]: Shows[Name] } = {
  path: { trace, styles, minima: trace.minima, drawn: [undefined, 'slow'] },
  loss: { trace, styles, logs: [], scale: 'log' },
  series: {
    report: {
      quantity: 'update',
      every: 5,
      runs: [{ rows: Int32Array.of(0, 5, 10), components: 1, values: Float64Array.of(NaN, 0.5, 0.25) }],
    },
    index: 0,
    name: 'x',
    symbol: '‖Δθ‖',
    styles,
    scale: 'log',
  },
  curvature: { paths: [{ rows: [0, 10], largest: [2, null], limit: [4, 4] }, null], styles, scale: 'linear' },
  differences: {
    report: {
      slope: 2,
      differences: [
        { scheme: 'forward', precision: 'float64', steps: [0.1, 0.01], values: [2.1, 2], errors: [0.1, 0] },
      ],
    },
  },
  finder: {
    series: [
      { rates: Float64Array.of(0.01, 0.1, 1), losses: Float64Array.of(3, 1, 2), steepest: 0, lowest: 1 },
      { rates: new Float64Array(0), losses: new Float64Array(0), steepest: null, lowest: null },
    ],
    styles,
    scale: 'log',
  },
  data: {
    columns: samples,
    validation: null,
    names: ['x₁', 'x₂', 'y'],
    classes: null,
    // Class 1 is predicted where x₁ > 0.5, as it is.
    fit: {
      kind: 'regions',
      x: [-2, 3],
      y: [-2, 2],
      bands: [{ level: 0.5, rings: [Float32Array.of(0.5, -2, 3, -2, 3, 2, 0.5, 2)] }],
    },
    feature: 0,
    styles,
    selected: 0,
  },
  sweep: {
    settings: {
      x: { target: { kind: 'hyper', name: 'lr' }, from: 0.1, to: 1, scale: 'linear' },
      y: { target: { kind: 'hyper', name: 'momentum' }, from: 0, to: 0.9, scale: 'linear' },
      side: 128,
      measure: 'loss',
    },
    x: 'learning rate',
    y: 'momentum',
    grid: {
      engine: 'cpu',
      width: 2,
      height: 2,
      done: 2,
      measures: {
        loss: Float32Array.of(4, 3, 2, Infinity),
        bestLoss: noMeasure,
        steps: noMeasure,
        outcome: noMeasure,
        minimum: noMeasure,
      },
    },
  },
  rates: { rates: Float64Array.of(0.5, 0.25, 0.125), label: 'Adam' },
  singular: {
    panels: [
      { title: 'gradient', values: [0.4, 0.1] },
      { title: 'update', values: [1.1, 0.8] },
      { title: 'parameters', values: [0.5, 0] },
    ],
    label: 'Muon',
  },
};

const plots = Object.keys(shown) as PlotName[];

async function aidsIn(language: Language, moment: Moment): Promise<Aids> {
  const messages = { ...(await loadMessages(language)), ...(await loadLaterMessages(language)) };
  return {
    t: createTranslator({ locale: language, messages }),
    moment,
    write: (value, digits = 4) => String(Number(value.toPrecision(digits))),
    outcomeOf: (outcome) => outcome?.kind ?? '',
  };
}

const end: Moment = { step: 10, hidesFuture: false };
const english = (moment = end) => aidsIn('en', moment);
const read = async <Name extends PlotName>(of: Name, moment?: Moment) =>
  summarizePlot(of, shown[of], await english(moment));

describe.each(languages)('in %s', (language) => {
  test.each(plots)('the plot "%s" has a name, sentences and a table as wide as its head', async (of) => {
    const { title, sentences, table } = summarizePlot(of, shown[of], await aidsIn(language, end));
    expect(title).not.toBe('');
    expect(sentences.length).toBeGreaterThan(0);
    expect(table?.rows.length).toBeGreaterThan(0);
    for (const { cells } of table?.rows ?? []) expect(cells).toHaveLength(table?.columns.length ?? -1);
  });
});

test('every plot can be heard', async () => {
  const heard = await Promise.all(plots.map(async (of) => [of, (await read(of)).curves.length > 0] as const));
  const silent = heard.filter(([, isHeard]) => !isHeard).map(([of]) => of);
  expect(silent).toEqual([]);
});

test('of a path the loss below it is heard, up to the step that may be known', async () => {
  const heard = async (moment?: Moment) => (await read('path', moment)).curves.map(({ values }) => Array.from(values));
  const losses = shown.path.trace?.runs.map(({ loss }) => Array.from(loss));
  expect(await heard()).toEqual(losses);
  expect(await heard({ step: 2, hidesFuture: true })).toEqual(losses?.map((loss) => loss.slice(0, 3)));
});

test('of a sweep the row with its lowest number is heard', async () => {
  const { curves } = await read('sweep');
  expect(curves.map(({ label, values }) => [label, Array.from(values)])).toEqual([
    ['final loss along learning rate, at momentum 0.9', [2, Infinity]],
  ]);
});

test('the loss says its first, present and lowest value, and a table shows where a run breaks', async () => {
  const { sentences, table } = await read('loss');
  expect(sentences.slice(0, 2)).toEqual([
    'Adam: loss 1 at the start, 9.537e-7 at step 10.',
    'Its lowest loss is 9.537e-7, at step 10.',
  ]);
  expect(table?.rows.map(({ head, cells }) => [head, ...cells])).toEqual([
    ['0', '1', '1'],
    ['1', '0.25', '9'],
    ['2', '0.0625', '225'],
    ['3', '0.015625', 'Infinity'],
    ['5', '0.000976563', ''],
    ['10', '9.53674e-7', ''],
  ]);
});

test('what is still to come is neither said, listed nor heard', async () => {
  const { sentences, table, curves } = await read('loss', { step: 2, hidesFuture: true });
  expect(sentences.join(' ')).not.toMatch(/diverged|step 10/);
  expect(table?.rows.map(({ head }) => head)).toEqual(['0', '1', '2']);
  expect(curves.map(({ values }) => values.length)).toEqual([3, 3]);
});

test('a quantity that is recorded at some steps is listed at these', async () => {
  const { table, sentences } = await read('series', { step: 7, hidesFuture: false });
  expect(table?.rows.map(({ head, cells }) => [head, cells[0]])).toEqual([
    ['0', 'NaN'],
    ['5', '0.5'],
    ['10', '0.25'],
  ]);
  expect(sentences).toEqual(['Adam: 0.5 at step 5, between 0.25 and 0.5.']);
});

test('the finder says the two rates of a run, and of one that breaks at once that there are none', async () => {
  const { sentences } = await read('finder');
  expect(sentences[0]).toMatch(/^Adam: .*η = 0\.01.*η = 0\.1/);
  expect(sentences[1]).toBe('SGD: No loss after an update is finite.');
});

test('an exact difference has no place on a log axis, and is not heard', async () => {
  const { curves, sentences } = await read('differences');
  expect(curves[0]?.values).toEqual([0.1]);
  expect(sentences[1]).toBe('forward, float64: the error is least at h = 0.01, where it is 0.');
});

test('a map of classes says how many samples it has right', async () => {
  const { sentences, table, curves } = await read('data');
  // The rightmost half of the map, from 0.5 on, is that of class 1.
  const [curve] = curves;
  expect(curve?.label).toBe('the probability of class 1 along x₁, at x₂ = 0');
  expect(Array.from(curve?.values ?? [])).toEqual(Array.from({ length: 81 }, (_, i) => (i < 40 ? 0 : 0.5)));
  expect(sentences.at(-1)).toBe('Adam predicts the class of 4 of 4 samples right.');
  expect(table?.rows.map(({ cells }) => cells)).toEqual([
    ['2', '0'],
    ['0', '2'],
  ]);
});

test('a fit over one feature is listed at some of its values, and heard', async () => {
  const fit = { kind: 'curve', range: [0, 8], lines: [Float64Array.of(0, 1, 2, 3, 4), null] } as const;
  const { table, curves } = summarizePlot('data', { ...shown.data, fit }, await english());
  expect(table?.rows.map(({ head, cells }) => [head, ...cells]).slice(0, 3)).toEqual([
    ['0', '0'],
    ['1', '1'],
    ['2', '1'],
  ]);
  expect(curves.map(({ label }) => label)).toEqual(['the fit of Adam']);
});

test('predictions against the target are heard in the order of the target', async () => {
  const columns = [Float64Array.of(0, 0, 0), Float64Array.of(3, 1, 2)];
  const fit = { kind: 'against', predicted: Float64Array.of(2.5, 1.5, 2) } as const;
  const [curve] = summarizePlot('data', { ...shown.data, columns, names: ['x', 'y'], fit }, await english()).curves;
  expect([curve?.positions, curve?.values]).toEqual([
    [1, 2, 3],
    [1.5, 2, 2.5],
  ]);
});

test('the sweep is a table with its largest y on top, and says where it is lowest', async () => {
  const { table, sentences } = await read('sweep');
  expect(table?.columns.map(({ label }) => label)).toEqual(['0.1', '1']);
  expect(table?.rows.map(({ head, cells }) => [head, ...cells])).toEqual([
    ['0.9', '2', 'diverged'],
    ['0', '4', '3'],
  ]);
  expect(sentences.at(-1)).toContain('2, at learning rate 0.1, momentum 0.9.');
});

test('the sweep says how many runs share its lowest number', async () => {
  const lowestWith = async (loss: Float32Array, language: Language = 'en') => {
    const { grid } = shown.sweep;
    const shared = { ...shown.sweep, grid: grid && { ...grid, measures: { ...grid.measures, loss } } };
    return summarizePlot('sweep', shared, await aidsIn(language, end)).sentences.at(-1);
  };
  expect(await lowestWith(Float32Array.of(4, 0, 2, 0))).toBe(
    'Lowest final loss: 0, at learning rate 1, momentum 0, and in 1 other run.',
  );
  expect(await lowestWith(Float32Array.of(0, 0, Infinity, 0))).toBe(
    'Lowest final loss: 0, at learning rate 0.1, momentum 0, and in 2 other runs.',
  );
  expect(await lowestWith(Float32Array.of(0, 0, Infinity, 0), 'zh')).toContain('；另有 2 次运行与此相同。');
});
