import fc from 'fast-check';
import { parametersOf } from '../core/choice';
import { limits } from '../core/limits';
import { quantitiesOf } from '../core/quantities';
import type { LinkState } from '../core/screenState';
import { stageControlsOf, stagePlots, type Stage } from '../core/stage';
import { axisChoices, defaultSweep, type AxisChoice } from '../core/sweep';
import {
  lowerTabs,
  sweepMeasures,
  sweepSides,
  type Experiment,
  type PlotChoice,
  type PlotView,
  type SweepAxis,
  type SweepChoice,
} from '../core/types';
import { updateCounts } from '../core/updates';
import { anyExperiment } from './arbitraryExperiments';

/* Random states of the screen, as links hold them. */

const range = fc
  .uniqueArray(
    fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((x) => x + 0),
    { minLength: 2, maxLength: 2, comparator: (a, b) => a === b },
  )
  .map(([a = 0, b = 1]) => [Math.min(a, b), Math.max(a, b)] as const);

/** Views as links say them: the axes' own places in `held`, and the range of the loss, are not said. */
const viewOf = (count: number): fc.Arbitrary<PlotView> =>
  count > 2 ? fc.oneof(parameterView(count), principalView) : parameterView(count);

const principalView: fc.Arbitrary<PlotView> = fc
  .option(fc.tuple(range, range), { nil: undefined })
  .map((ranges) => ({ kind: 'principal', ...(ranges && { ranges }) }));

const parameterView = (count: number): fc.Arbitrary<PlotView> =>
  fc
    .record({
      order: fc.shuffledSubarray([...Array(count).keys()], { minLength: 1, maxLength: Math.min(2, count) }),
      x: range,
      y: range,
      held: fc.array(fc.integer(), { minLength: count, maxLength: count }),
    })
    .map(({ order: [first = 0, second], x, y, held }) => {
      const kept = held.map((value, k) => (k === first || k === second ? 0 : value % 1e9));
      return second === undefined
        ? { kind: 'curve', axes: [first], x, y: [0, 1], held: kept }
        : { kind: 'plane', axes: [first, second], x, y, held: kept };
    });

const axisOf = ({ target, min, max, axis, scales }: AxisChoice): fc.Arbitrary<SweepAxis> =>
  fc.oneof(
    // Its usual range, on any scale that it has.
    fc
      .constantFrom(...scales)
      .filter((scale) => scale !== 'log' || axis.from > 0)
      .map((scale) => ({ ...axis, scale })),
    fc
      .uniqueArray(
        fc.double({ min, max, noNaN: true }).map((x) => x + 0),
        { minLength: 2, maxLength: 2, comparator: (a, b) => a === b },
      )
      .chain(([a = 0, b = 1]) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const fitting = scales.filter((scale) => scale === 'linear' || (scale === 'log' ? from > 0 : to < 1));
        return fc.constantFrom(...fitting).map((scale) => ({ target, from, to, scale }));
      }),
  );

/** A sweep that is not the one that the run has by itself: that one is not said. */
const sweepOf = (experiment: Experiment, selected: number): fc.Arbitrary<SweepChoice> => {
  const run = experiment.runs[selected];
  if (!run) throw new RangeError(`no run ${selected}`);
  const choices = axisChoices(experiment, run);
  const two = fc
    .shuffledSubarray(choices, { minLength: 2, maxLength: 2 })
    .chain((picked) => fc.tuple(...picked.map(axisOf)));
  const rest = fc.record(
    {
      side: fc.constantFrom(...sweepSides),
      measure: fc.constantFrom(...sweepMeasures),
      steps: fc.integer({ min: 1, max: 2000 }),
    },
    { requiredKeys: ['side', 'measure'] },
  );
  return fc
    .tuple(two, rest)
    .map(([[x, y], { steps, ...others }]) => {
      if (!x || !y) throw new RangeError('two axes');
      return { x, y, ...others, ...(steps !== undefined && experiment.steps !== undefined && { steps }) };
    })
    .filter((sweep) => JSON.stringify(sweep) !== JSON.stringify(defaultSweep(choices)));
};

/** The loss alone is not said. */
const plotOf = (experiment: Experiment): fc.Arbitrary<PlotChoice> =>
  fc.record(
    {
      quantity: fc.constantFrom(...quantitiesOf(experiment).filter((quantity) => quantity !== 'loss')),
      parameter: fc.constantFrom(...parametersOf(experiment.problem)),
    },
    { requiredKeys: ['quantity'] },
  );

/** Any stage: some of the plots, some of the controls of the runs, with or without words. */
const stageOf = ({ runs }: Experiment): fc.Arbitrary<Stage> =>
  fc.record({
    plots: fc.subarray([...stagePlots], { minLength: 1 }),
    movesStart: fc.boolean(),
    showsHints: fc.boolean(),
    controls: fc.subarray(runs.flatMap((run, index) => stageControlsOf(run).map((name) => ({ run: index, name })))),
    words: fc.constantFrom(null, 'opening-2', 'no-such-words'),
  });

/** What the user may write. */
const prose = (max: number): fc.Arbitrary<string> =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: max })
    .filter((text) => text.trim() === text && text.length <= max);

export const anyState: fc.Arbitrary<LinkState> = anyExperiment.chain((experiment) =>
  fc.nat(experiment.runs.length - 1).chain((selected) => {
    const last = Math.max(...updateCounts(experiment));
    return fc.record(
      {
        experiment: fc.constant(experiment),
        step: fc.nat(last - 1),
        lossScale: fc.constantFrom('log', 'linear'),
        lossAxis:
          experiment.problem.kind === 'data'
            ? fc.constantFrom('step', 'epoch', 'samples', 'evaluations')
            : fc.constantFrom('step', 'evaluations'),
        ...(experiment.problem.kind === 'data' && {
          record: fc.integer({ min: 2, max: 1_000_000 }),
          validation: fc.constant(false as const),
        }),
        plot: plotOf(experiment),
        arrows: fc.constantFrom(['step'] as const, ['gradients'] as const, ['step', 'gradients'] as const),
        framing: fc.constant('break' as const),
        units: fc.constant('equal' as const),
        view: viewOf(parametersOf(experiment.problem).length),
        ...(selected > 0 && { selected: fc.constant(selected) }),
        tab: fc.constantFrom(
          ...lowerTabs.filter((tab) => tab !== 'rule' && (tab !== 'data' || experiment.problem.kind === 'data')),
        ),
        sweep: sweepOf(experiment, selected),
        stage: stageOf(experiment),
        lesson: fc.constantFrom('batch-sizes', 'x2', 'a-lesson-that-is-not-there'),
        question: fc.constantFrom('why-nan', 'a-question-that-is-not-there'),
        title: prose(limits.title),
        note: prose(limits.note),
        curvature: fc.constant('linear' as const),
        field: fc.constantFrom('unit', 'none'),
        probe: fc.tuple(
          ...parametersOf(experiment.problem).map(() =>
            fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((x) => x + 0),
          ),
        ),
        angle: fc.double({ min: -180, max: 180, noNaN: true }).filter((angle) => angle !== 0),
        playlist: fc.constantFrom('abz', 'a.b-cz'),
        language: fc.constantFrom('en', 'zh'),
        plays: fc.constant(true as const),
      },
      { requiredKeys: ['experiment', 'lossScale', 'lossAxis', ...(selected > 0 ? (['selected'] as const) : [])] },
    );
  }),
);
