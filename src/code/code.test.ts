import { expect, test } from 'vitest';
import { findRule, methods, optimizers, ruleOf } from '../catalogue';
import { methodTexts } from '../catalogue/methods/texts';
import { readExperiment } from '../experiment';
import { planOnData } from '../engine/testing/experiments';
import { codeForScript } from '../workbench/scripting/codeScript';
import { codeOf } from './code';
import type { ClassTable } from './libraries/classes';
import { kerasOptimizers } from './libraries/kerasOptimizers';
import { optaxOptimizers } from './libraries/optaxOptimizers';
import { pytorchOptimizers } from './libraries/pytorchOptimizers';
import { methodCodes } from './methods/methods';
import { dataLines } from './parts/data';
import { torchLibrary } from './parts/library';
import { subjectOf } from './subject/subject';
import signatures from './testing/signatures.json';

const tables: Readonly<Record<string, ClassTable>> = {
  PyTorch: pytorchOptimizers,
  optax: optaxOptimizers,
  Keras: kerasOptimizers,
};

test.each(Object.entries(tables))(
  'the table of %s names optimizers of the catalogue and their hyperparameters',
  (_, table) => {
    expect(optimizers.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(table)));
    for (const [id, entry] of Object.entries(table)) {
      const optimizer = findRule(id);
      const known = optimizer ? ruleOf(optimizer).hyper.map(({ name }) => name) : [];
      const read = 'arguments' in entry ? entry.arguments.flatMap(({ of }) => of) : [];
      expect(known).toEqual(expect.arrayContaining(read));
    }
  },
);

/* signatures.json holds the defaults in the sources of optax 0.2.8 and Keras 3.16, read by Python's ast. */
test.each([
  ['optax', optaxOptimizers],
  ['Keras', kerasOptimizers],
] as const)("the defaults in the table of %s are the library's", (_, table: ClassTable) => {
  const documented: Readonly<Record<string, Readonly<Record<string, unknown>>>> = signatures;
  const classes = Object.values(table).flatMap((entry) => ('class' in entry ? [entry] : []));
  expect(classes.length).toBeGreaterThan(5);
  for (const entry of classes) {
    for (const { name, default: usual } of entry.arguments) {
      const found = documented[entry.class]?.[name];
      // None means that there is no such thing, as 0 does.
      expect([entry.class, name, found ?? (found === null ? 0 : undefined)]).toEqual([entry.class, name, usual]);
    }
  }
});

const experimentWith = (run: object, more: object = { problem: { id: 'rosenbrock' }, steps: 20 }) =>
  readExperiment({ version: 1, ...more, runs: [run] });

const pytorch = (run: object, more?: object): string =>
  codeOf(experimentWith(run, more), { for: 'pytorch', run: 0, trace: false });

test('a class is used where its rule is the same, with the settings that are not its defaults', () => {
  const hyper = { lr: 0.05, beta2: 0.99, amsgrad: true };
  expect(pytorch({ optimizer: 'adam', hyper })).toContain(
    'optimizer = torch.optim.Adam([theta], lr=0.05, betas=(0.9, 0.99), amsgrad=True)\n',
  );
  const schedule = { kind: 'step', stepSize: 7, gamma: 0.5, warmup: { steps: 4, startFactor: 0.2 } };
  const text = pytorch({ optimizer: 'gd', schedule });
  expect(text).toContain('torch.optim.lr_scheduler.StepLR(optimizer, step_size=7, gamma=0.5)');
  expect(text).toContain('SequentialLR(optimizer, [warmup, after], milestones=[4])');
});

test('a rule that a library has otherwise is written out, with what differs', () => {
  const text = pytorch({ optimizer: 'adam-eps-inside', hyper: { lr: 0.05 } });
  expect(text).not.toContain('torch.optim.Adam(');
  expect(text).toContain('# torch.optim.Adam adds epsilon outside of the root; here it is inside.\n');
  expect(text).toContain('    theta = theta - lr*mhat/torch.sqrt(vhat + eps)\n');
  const keras = codeOf(experimentWith({ optimizer: 'adam' }), { for: 'keras', run: 0, trace: false });
  expect(keras).toContain('epsilon hat');
  expect(keras).not.toContain('optimizer.apply');
});

test('user data are written out up to a limit, and read from files beyond it', () => {
  const data = (size: number, epochs: number) => ({
    problem: {
      id: 'linear-regression',
      data: {
        x: Array.from({ length: size }, (_, i) => [i]),
        y: Array.from({ length: size }, (_, i) => 2 * i),
        order: Array.from({ length: epochs }, () => Array.from({ length: size }, (_, i) => i)),
      },
    },
  });
  const run = { optimizer: 'gd', batch: { size: 10 } };
  const small = pytorch(run, data(3, 2));
  expect(small).toContain('samples = [\n    [0, 0],\n    [1, 2],\n    [2, 4],\n]');
  expect(small).toContain('visits = [\n    [0, 1, 2],');
  const large = pytorch(run, data(11_000, 2));
  expect(large).toContain('22000 numbers are too many to be written out here.');
  expect(large).toContain('with open("samples.csv") as file:');
  expect(large).toContain('with open("order.csv") as file:');
  expect(large.length).toBeLessThan(5000);
});

test('samples of a problem without a sampler in Python are written out as numbers', () => {
  const experiment = experimentWith(
    { optimizer: 'gd' },
    { problem: { id: 'linear-regression', data: { samples: 5 } } },
  );
  const subject = subjectOf(experiment, 0);
  const { loss } = subject;
  if (loss.kind !== 'data') throw new Error('no data');
  const text = dataLines(subject, { ...loss, problem: { ...loss.problem, id: 'new' } }, torchLibrary).join('\n');
  const { columns } = planOnData(experiment).data;
  const rows = Array.from({ length: 5 }, (_, i) => columns.map((column) => column[i]));
  expect(JSON.parse(/samples = (\[[^=]+\])\n/.exec(text)?.[1]?.replace(/,\n\]/, ']') ?? '')).toEqual(rows);
});

test('a notebook has the fields of nbformat 4.5, and a cell for every section', () => {
  const text = codeOf(experimentWith({ optimizer: 'adam' }), { for: 'notebook', run: 0, trace: false });
  const { cells, ...rest } = JSON.parse(text) as { cells: Record<string, unknown>[] };
  expect(rest).toMatchObject({ nbformat: 4, nbformat_minor: 5, metadata: { kernelspec: { name: 'python3' } } });
  const ids = cells.map(({ id }) => String(id));
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-zA-Z0-9-_]{1,64}$/);
  for (const cell of cells) {
    const keys = ['cell_type', 'id', 'metadata', 'source'];
    const own = cell.cell_type === 'code' ? [...keys, 'execution_count', 'outputs'] : keys;
    expect(Object.keys(cell).sort()).toEqual(own.sort());
  }
  expect(cells.filter(({ cell_type }) => cell_type === 'code').length).toBe(cells.length / 2);
});

test('every method of the catalogue has a program, and no other has', () => {
  expect(Object.keys(methodCodes).sort()).toEqual(methods.map(({ id }) => id).sort());
});

test.each(methods.map(({ id }) => id))('the program of %s names its sources, and how a library differs', (id) => {
  const experiment = experimentWith({ optimizer: id });
  const words = (text: string) => text.replaceAll('\n# ', ' ');
  for (const [target, dialect] of [
    ['pytorch', 'torch'],
    ['optax', 'jax'],
    ['keras', 'keras'],
  ] as const) {
    const text = codeOf(experiment, { for: target, run: 0, trace: false });
    for (const source of methodTexts[id]?.sources ?? []) expect(words(text)).toContain(source);
    const { alike } = methodCodes[id] ?? {};
    const other = alike?.[dialect] ?? alike?.scipy;
    if (other !== undefined) expect(words(text)).toContain(other);
    expect(text.split('\n').filter((line) => line.length > 100)).toEqual([]);
  }
});

test('no line is longer than a hundred characters but those of data', () => {
  for (const id of ['network-classes', 'network-fit', 'polynomial-regression', 'beale'])
    for (const target of ['pytorch', 'optax', 'keras'] as const) {
      const experiment = experimentWith({ optimizer: 'nadam' }, { problem: { id } });
      const lines = codeOf(experiment, { for: target, run: 0, trace: false }).split('\n');
      expect(lines.filter((line) => line.length > 100)).toEqual([]);
    }
});

test('what a script asks wrongly is refused with what is allowed', () => {
  const experiment = { version: 1, problem: { id: 'rosenbrock' }, runs: [{ optimizer: 'adam' }] };
  const ask = (request: unknown) => () => codeForScript(experiment, request);
  expect(ask({ for: 'torch' })).toThrow('for is "torch"; allowed are: pytorch, optax, keras, notebook.');
  expect(ask(undefined)).toThrow('for is undefined; allowed are:');
  expect(ask({ for: 'pytorch', run: 1 })).toThrow('run is 1; allowed are whole numbers from 0 to 0.');
  expect(ask({ for: 'pytorch', trace: 1 })).toThrow('trace is 1; allowed are: true, false.');
  expect(() => codeForScript({ ...experiment, steps: 0 }, { for: 'keras' })).toThrow('steps');
  expect(ask({ for: 'pytorch', trace: true })()).toMatch(/\nprint\(json\.dumps\(.+\)\)\n$/);
});

const programWith = (precision: object | string | null, target: 'pytorch' | 'optax' | 'keras' = 'pytorch') => {
  const runs = [{ optimizer: 'adam', hyper: { lr: 0.05 }, ...(precision !== null && { precision }) }];
  const experiment = readExperiment({ version: 1, problem: { id: 'rosenbrock' }, runs });
  return codeOf(experiment, { for: target, run: 0, trace: false });
};

test('a program says which packages it imports', () => {
  const experiment = experimentWith({ optimizer: 'adam' });
  const needsOf = (of: typeof experiment, target: 'pytorch' | 'optax' | 'keras' | 'notebook', trace = false) =>
    codeOf(of, { for: target, run: 0, trace })
      .replaceAll('\n', ' ')
      .match(/Needs .*?[a-zX]\./)?.[0];
  expect(needsOf(experiment, 'pytorch')).toBe('Needs PyTorch 1.13 or later and matplotlib.');
  expect(needsOf(experiment, 'notebook')).toBe('Needs PyTorch 1.13 or later and matplotlib.');
  expect(needsOf(experiment, 'pytorch', true)).toBe('Needs PyTorch 1.13 or later.');
  expect(needsOf(experiment, 'optax')).toBe('Needs JAX, optax 0.2.4 or later and matplotlib.');
  expect(needsOf(experiment, 'keras')).toBe('Needs Keras 3 on TensorFlow and matplotlib.');
  const byMethod = experimentWith({ optimizer: 'bfgs' });
  expect(needsOf(byMethod, 'optax')).toBe('Needs JAX, numpy and matplotlib.');
});

test('in float64 a program is that of the run without a precision', () => {
  expect(programWith('float64')).toBe(programWith(null));
});

test('a program says in which numbers it computes and what is rounded', () => {
  expect(programWith('bfloat16')).toContain('in bfloat16, each operation rounded by itself');
  expect(programWith('bfloat16')).toContain('number(1 - beta1)*g');
  expect(programWith({ format: 'float16', rounding: 'stored' })).toContain('m = stored(m)\n');
  const master = programWith({ format: 'bfloat16', master: true });
  expect(master).toContain('a copy of the parameters in float32');
  expect(master).toContain('g = point.grad.to(torch.float32)\n');
  expect(programWith('float16')).toContain('in_float32(torch.sqrt, vhat)');
  expect(programWith('bfloat16', 'optax')).toContain('jax.jit');
  expect(programWith('float16', 'keras').replaceAll('\n# ', ' ')).toContain(
    'keras.mixed_precision with "mixed_float16" keeps variables',
  );
});

test.each(['pytorch', 'optax', 'keras'] as const)('no line of a rounded program for %s is too long', (target) => {
  for (const precision of ['float32', { format: 'bfloat16', master: true }, { format: 'float16', rounding: 'stored' }])
    expect(
      programWith(precision, target)
        .split('\n')
        .filter((line) => line.length > 100),
    ).toEqual([]);
});
