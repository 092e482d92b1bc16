import { oneRun, swept } from './experiments.mjs';
import { againstFirst, timeInTurn } from './measure.mjs';
import { nativeMissing, nativeSweeps } from './native.mjs';

/** How many times as long as native code with 128-bit vectors the engine may take. */
const limit = { rounds: 15, tolerance: 1e-4, atMost: 1.5 };

const ENGINE = "the engine's kernels, from the request to the losses";

/** In the bench's worker: what the engine does, what the same draw would take at best, and what is left of it without its parts. */
const inWorker = /** @type {const} */ ([
  { contest: 'sweep', contestant: 'engine', name: ENGINE, isWhole: true },
  { contest: 'limit', contestant: 'generated', name: '– its shader alone, in one draw', isWhole: true },
  {
    contest: 'limit',
    contestant: 'checked',
    name: '– a shader by hand for this sweep alone, with reciprocals',
    isWhole: true,
  },
  {
    contest: 'limit',
    contestant: 'update',
    name: '– the same without checks of roots and of losses that are not finite',
    isWhole: true,
  },
  {
    contest: 'limit',
    contestant: 'multiplications',
    name: '– the same without roots and divisions',
    isWhole: false,
  },
  {
    contest: 'limit',
    contestant: 'nothing',
    name: '– the same without its updates: starting a draw and reading it back',
    isWhole: false,
  },
  {
    contest: 'limit',
    contestant: 'wasm',
    name: 'WebAssembly by hand, 128-bit vectors, in one worker',
    isWhole: true,
  },
]);

/**
 * The sweep of the contests beside native code on the same processor.
 * @param {import('@playwright/test').Page} bench
 */
export const measureLimit = async (bench) => {
  const call = (/** @type {string} */ contest, /** @type {string} */ contestant) =>
    bench.evaluate(([of, who]) => window.bench.run(of, who), /** @type {const} */ ([contest, contestant]));
  const { answer } = await call('sweep', 'float64');
  const contestants = [
    ...nativeSweeps().map((native) => ({ ...native, truth: answer })),
    ...inWorker.map(({ contest, contestant, name, isWhole }) => ({
      name,
      run: () => call(contest, contestant),
      truth: isWhole ? answer : null,
    })),
  ];
  return againstFirst(await timeInTurn(contestants, limit));
};

/** @param {readonly import('./measure.mjs').Measured[]} measured @returns {import('./section.mjs').Section} */
export const limitSection = (measured) => {
  const first = measured[0]?.name ?? '';
  const engine = measured.find(({ name }) => name === ENGINE);
  // The engine is first where there is no native code.
  const native = first !== ENGINE && engine;
  const { width, height } = swept.sweep;
  return {
    title: `Distance to the machine's limit: ${(width * height).toLocaleString('en')} runs of ${oneRun.steps} Adam steps on Rosenbrock`,
    before: `The sweep of the contest, its final losses alone, by C on all cores, and what stands between it and the engine. The rows with a dash are one draw each, with its read-back. ${limit.rounds} rounds.`,
    columns: [
      { key: 'ratio', label: `times "${first}"` },
      { key: 'ms', label: 'milliseconds' },
      { key: 'error', label: 'largest error', show: 'error' },
    ],
    rows: measured.map(({ name, ratio, ms, error }) => ({
      name,
      figures: { ratio, ms, error: error ?? 'other numbers' },
    })),
    bars: native ? [{ of: ENGINE, figure: native.ratio, unit: 'times as long', atMost: limit.atMost }] : [],
    notes: [...(native ? [] : [nativeMissing]), `Answers may be off by ${limit.tolerance}.`],
  };
};
