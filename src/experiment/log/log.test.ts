import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { likelyColumns, LogError, looksLikeLog, parametersIn, readLog, runLogOf, type RunLog } from '.';
import { logLimits } from './limits';
import { precisionOf, roundingOf } from './precision';
import { anyLog } from '../testing/arbitraryLogs';

const read = (text: string): RunLog => {
  const table = readLog(text);
  return runLogOf('mine', table, likelyColumns(table));
};

const faultOf = (text: string): LogError => {
  try {
    read(text);
  } catch (error) {
    if (error instanceof LogError) return error;
    throw error;
  }
  throw new Error('the log was read');
};

/** Small logs as the tools write them, with the steps and losses that they hold. */
const samples: readonly (readonly [
  string,
  string,
  Pick<RunLog, 'counts' | 'steps'> & { readonly loss: readonly number[] },
])[] = [
  [
    'a loop of the user, with parameters',
    'step,loss,x,y\n0,24.2,-1.2,1\n1,5.101,-1.0175,1.087\n2,4.11,-1.03,1.07\n',
    { counts: 'step', steps: [0, 1, 2], loss: [24.2, 5.101, 4.11] },
  ],
  [
    'Lightning CSVLogger: rows of training and of validation take turns',
    'epoch,step,train_loss_epoch,train_loss_step,val_loss\n0,49,,0.71,\n0,99,,0.52,\n0,99,,,0.61\n0,99,0.62,,\n1,149,,0.43,\n',
    { counts: 'step', steps: [49, 99, 149], loss: [0.71, 0.52, 0.43] },
  ],
  [
    'Keras CSVLogger',
    'epoch,accuracy,loss,val_accuracy,val_loss\n0,0.5,0.69,0.5,0.7\n1,0.75,NaN,0.6,nan\n2,0.8,0.5,NA,0.6\n',
    { counts: 'epoch', steps: [0, 1, 2], loss: [0.69, NaN, 0.5] },
  ],
  [
    'Keras History as JSON, with what Python writes for NaN and infinity',
    '{"loss": [0.69, Infinity, NaN], "val_loss": [0.7, 0.6, 0.5], "accuracy": [0.5, 0.6, 0.7]}',
    { counts: 'epoch', steps: [0, 1, 2], loss: [0.69, Infinity, NaN] },
  ],
  [
    'Keras History through pandas',
    ',loss,val_loss\n0,0.69,0.7\n1,0.6,0.65\n',
    { counts: 'step', steps: [0, 1], loss: [0.69, 0.6] },
  ],
  [
    'Weights & Biases, exported from a chart',
    '"Step","fancy-sun-1 - train/loss","fancy-sun-1 - train/loss__MIN","fancy-sun-1 - train/loss__MAX"\n"0","0.9","0.9","0.9"\n"50","0.5","0.4","0.6"\n"100","Infinity","Infinity","Infinity"\n',
    { counts: 'step', steps: [0, 50, 100], loss: [0.9, 0.5, Infinity] },
  ],
  [
    'Weights & Biases, by its API',
    ',_step,_runtime,_timestamp,loss\n0,0,1.5,1700000000.1,0.9\n1,1,2.5,1700000001.1,0.8\n',
    { counts: 'step', steps: [0, 1], loss: [0.9, 0.8] },
  ],
  [
    'TensorBoard, scalars as CSV',
    'Wall time,Step,Value\n1606221832.97,0,0.6931471824645996\n1606221833.97,1,nan\n1606221834.97,2,0.5\n',
    { counts: 'step', steps: [0, 1, 2], loss: [0.6931471824645996, NaN, 0.5] },
  ],
  [
    'TensorBoard, scalars as JSON',
    '[[1606221832.97, 1, 0.6931471824645996], [1606221833.97, 2, "NaN"], [1606221834.97, 3, "Infinity"]]',
    { counts: 'step', steps: [1, 2, 3], loss: [0.6931471824645996, NaN, Infinity] },
  ],
  [
    'one entry of JSON a line',
    '{"step": 1, "loss": 3.5}\n{"step": 2, "loss": NaN}\n{"step": 3, "loss": null}\n{"step": 4, "loss": 1}\n',
    { counts: 'step', steps: [1, 2, 4], loss: [3.5, NaN, 1] },
  ],
  [
    'the state of a trainer of transformers',
    '{"best_metric": null, "log_history": [{"epoch": 0.5, "loss": 2.5, "step": 10}, {"epoch": 0.5, "eval_loss": 2.4, "step": 10}, {"epoch": 1, "loss": 2.0, "step": 20}]}',
    { counts: 'step', steps: [10, 20], loss: [2.5, 2] },
  ],
  ['losses alone', '[3, 2.5, 2]', { counts: 'step', steps: [0, 1, 2], loss: [3, 2.5, 2] }],
  ['a column of losses', '3\n2.5\n-inf\n', { counts: 'step', steps: [0, 1, 2], loss: [3, 2.5, -Infinity] }],
  [
    'semicolons, and a comment above',
    '# my run\nStep;Loss\n10;3\n20;2\n',
    { counts: 'step', steps: [10, 20], loss: [3, 2] },
  ],
  [
    'decimal commas between semicolons',
    'Step;Loss\n10;3,5\n20;2\n',
    { counts: 'step', steps: [10, 20], loss: [3.5, 2] },
  ],
  [
    'decimal commas with powers of ten',
    'Step;Loss\n10;3,5e2\n20;-2,5E-1\n30;+,5e+1\n',
    { counts: 'step', steps: [10, 20, 30], loss: [350, -0.25, 5] },
  ],
  [
    'entries that hold a point each',
    '[{"step": 0, "loss": 3, "params": [1, 2]}, {"step": 1, "loss": 2, "params": [1.5, 1]}]',
    { counts: 'step', steps: [0, 1], loss: [3, 2] },
  ],
  ['Chinese names', '步数,损失\n0,3\n1,2\n', { counts: 'step', steps: [0, 1], loss: [3, 2] }],
  [
    'tensors that were not turned into numbers',
    'step,loss\n0,"tensor(0.5, grad_fn=<MseLossBackward0>)"\n1,tensor(0.25)\n2,np.float32(0.125)\n',
    { counts: 'step', steps: [0, 1, 2], loss: [0.5, 0.25, 0.125] },
  ],
];

describe('a log is read as its tool writes it', () => {
  test.each(samples)('%s', (_, text, expected) => {
    const { counts, steps, loss } = read(text);
    expect({ counts, steps, loss: loss.values }).toEqual(expected);
  });

  test('with line ends, a mark at the front and gaps of every system', () => {
    expect(read('\uFEFFstep,loss\r\n0,1\r\n\r\n1,\r\n2,0.5\r\n')).toMatchObject({
      steps: [0, 2],
      loss: { values: [1, 0.5] },
    });
  });

  test('what this page gives to scripts', () => {
    const log = read(
      JSON.stringify({
        runs: [
          {
            params: [
              [1, 2],
              [3, 4],
            ],
            loss: [5, 6],
            lr: [0.1],
            outcome: { kind: 'descending' },
          },
        ],
      }),
    );
    expect(log.loss.values).toEqual([5, 6]);
    expect(parametersIn(log, ['x', 'y'])?.map(({ values }) => values)).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  test('rows of one step are one, and the last loss counts', () => {
    expect(read('step,loss\n0,3\n1,2\n1,1.5\n')).toMatchObject({
      steps: [0, 1],
      loss: { values: [3, 1.5] },
      repeated: 1,
    });
  });
});

test('numbers come back from every form as they were', () => {
  fc.assert(
    fc.property(anyLog, ({ text, steps, values }) => {
      const log = read(text);
      expect(log.steps).toEqual(steps);
      expect(log.loss.values).toEqual(values);
    }),
  );
});

describe('columns that are the parameters of a problem', () => {
  test.each([
    ['x,y', ['x', 'y']],
    ['Y,X', ['y', 'x']],
    ['theta_1,theta_2', ['x', 'y']],
    ['θ₁,θ₂', ['x', 'y']],
    ['params.0,params.1', ['x', 'y']],
    ['w1,w2', ['w1', 'w2']],
    ['param/w1,param/b', ['w1', 'b']],
  ])('%s', (header, names) => {
    const log = read(`step,loss,${header}\n0,1,10,20\n1,0.5,11,21\n`);
    const first = [10, 20];
    const order = header === 'Y,X' ? [10, 20] : first;
    expect(parametersIn(log, names)?.map(({ values }) => values[0])).toEqual(order);
  });

  test('are none where one is missing, or where there are more', () => {
    const log = read('step,loss,x,lr\n0,1,10,0.1\n1,0.5,11,0.1\n');
    expect(parametersIn(log, ['x', 'y'])).toBeNull();
    expect(parametersIn(read('step,loss,w1,w2,w3\n0,1,1,2,3\n1,1,1,2,3\n'), ['x', 'y'])).toBeNull();
  });
});

describe('a log that cannot be read says why', () => {
  test.each([
    ['', 'empty', {}],
    ['{"loss": [1, 2', 'notJson', { line: 1 }],
    ['{"model": "mlp", "layers": {"a": 1}}', 'unknownJson', { found: '{model, layers}' }],
    ['hello there', 'noTable', { text: 'hello there' }],
    ['step,accuracy,f1\n0,0.5,0.4\n1,0.6,0.5\n', 'noLoss', { found: 'step, accuracy, f1' }],
    // Nothing but steps is in numbers.
    ['step,note\n0,slow\n1,fast\n', 'noLoss', { found: 'step, note' }],
    ['step,loss\n0.5,1\n1,2\n', 'badStep', { text: '0.5', line: 2, name: 'step' }],
    ['step,loss\n0,1\n', 'tooFewRows', { name: 'loss' }],
    ['step,loss\n0,1\n1,oops\n', 'notNumber', { text: 'oops', line: 3, name: 'loss' }],
    // A column without a name is called by its number.
    ['99999999999999999999,\t\n-1\t0.5', 'badStep', { text: '0.5', line: 2, name: '#2' }],
  ])('%j is %s', (text, code, values) => {
    expect(faultOf(text)).toMatchObject({ code, values });
  });
});

test('a file of samples is not taken for a log, and a log is', () => {
  const looks = (text: string) => looksLikeLog(readLog(text));
  expect(looks('height,age,weight\n1,2,3\n4,5,6\n')).toBe(false);
  expect(looks('t,y\n1,2\n4,5\n')).toBe(false);
  // One letter may be anything: a time or a temperature.
  expect(looks('t,loss\n1,2\n4,5\n')).toBe(false);
  expect(looks('x,y,loss\n1,2,3\n4,5,6\n')).toBe(false);
  for (const [name, text] of samples.filter(([sample]) => !sample.includes('losses') && !sample.includes('pandas')))
    expect([name, looks(text)]).toEqual([name, true]);
});

describe('the precision of a log', () => {
  test('is float32 where all numbers are float32 numbers or have few digits', () => {
    expect(precisionOf([0.1, 24.2].map(Math.fround))).toEqual({ kind: 'float32', rounded: null });
    expect(precisionOf([0.6931472, 24.2])).toMatchObject({ kind: 'float32' });
    expect(precisionOf([24.199999999999996, 5.101112])).toEqual({ kind: 'float64', rounded: null });
  });

  test('tells significant digits from decimals', () => {
    expect(precisionOf([24.1988, 1.23457, 0.0123457]).rounded).toEqual({ decimals: 7, digits: 6 });
  });

  test('allows half of the last digit that was written', () => {
    const { rounded } = precisionOf([24.2, 5.1011, 0.0123]);
    expect(rounded).toEqual({ decimals: 4, digits: null });
    const exact = [24.20004, 5.10108, 0.01234];
    for (const value of exact) {
      const written = Number(value.toFixed(4));
      expect(Math.abs(written - value)).toBeLessThanOrEqual(
        roundingOf({ kind: 'float32', rounded }, written) * (1 + 1e-9),
      );
    }
  });
});

test('a log with more rows than are kept is refused, with how many they may be', () => {
  const rows = (count: number) => `step,loss\n${Array.from({ length: count }, (_, k) => `${k},1`).join('\n')}`;
  expect(read(rows(logLimits.rows)).steps).toHaveLength(logLimits.rows);
  expect(faultOf(rows(logLimits.rows + 1))).toMatchObject({ code: 'tooManyRows', values: { max: logLimits.rows } });
});
