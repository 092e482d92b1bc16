import { glslNumber, glslOperand, glslStatements, linearize } from '../../formula';
import { DISTINCT_FACTOR, MAX_PERIOD, ROUNDING, testedOutcomes, type TestedOutcome } from '../trace/outcome';
import type { SweepPlan } from './plan';
import { newtonStep } from './shader.newton';
import { sweepOutcomes, type SweepOutcome } from './types';
import { earlierSlot, glslEncodeEnd, lengthsOf, restSlots, slotCount, staySlot } from './keptRows';

const code = (outcome: SweepOutcome): string => String(sweepOutcomes.indexOf(outcome));
const each = (sweep: SweepPlan, text: (i: number) => string, joint: string): string =>
  sweep.plan.parameters.map((_, i) => text(i)).join(joint);

/** The squared distance of two points, which is enough for comparing. */
const squaredDistance = (sweep: SweepPlan, a: (i: number) => string, b: (i: number) => string): string =>
  `(${each(sweep, (i) => `(${a(i)} - ${b(i)}) * (${a(i)} - ${b(i)})`, ' + ')})`;

const current = (i: number): string => `s${i}`;

/** Declares the coordinates of the known minima as m<node>; they may depend on constants that the axes vary. */
export function minimaStatements({ minima: { graph, points, ofConstants }, plan }: SweepPlan): string {
  const [ids = []] = linearize(graph, [points.flat()]);
  return glslStatements(graph, ids, 'm', minimumInput(ofConstants, plan.loss.others));
}

const minimumInput =
  (ofConstants: boolean, constants: readonly string[]) =>
  (name: string): string =>
    ofConstants ? `r${constants.indexOf(name)}` : `f${name.replace('found ', '')}`;

/** For each known minimum, the test whether the run is within reach of it. */
function nearTests(sweep: SweepPlan): string[] {
  const {
    minima: { graph, points, ofConstants },
    plan,
  } = sweep;
  const { reach } = lengthsOf(plan.defaultRanges);
  const coordinate = (node: number) => glslOperand(graph, node, 'm', minimumInput(ofConstants, plan.loss.others));
  return points.map(
    (point) => `${squaredDistance(sweep, current, (i) => coordinate(point[i] as number))} <= ${glslNumber(reach ** 2)}`,
  );
}

export const declareKeptRows = ({
  plan: { parameters },
}: SweepPlan): string => `float kept[${slotCount * parameters.length}];
  int away = -1;`;

/** The kept point in a slot. */
const keptAt =
  ({ plan: { parameters } }: SweepPlan, slot: string) =>
  (i: number): string =>
    `kept[${slot} * ${parameters.length} + ${i}]`;

/** Keeps the present point. */
export const keepRow = (sweep: SweepPlan): string =>
  each(sweep, (i) => `${keptAt(sweep, 'stopSlots[stop]')(i)} = s${i};`, ' ');

/** Before an update: records whether the run is out of reach of every known minimum. */
export function recordOutOfReach(sweep: SweepPlan): string {
  const near = nearTests(sweep);
  return near.length > 0 ? `away = ${near.join(' || ')} ? away : i;` : '';
}

/** The variables that hold the tests of the outcomes. */
const tests: Readonly<Record<TestedOutcome, string>> = {
  diverged: '!alive',
  cycling: 'isCycling',
  converged: 'hasArrived',
  left: 'isOutside',
  stalled: 'isAtRest',
};

/** The code of the first outcome whose test holds. */
const firstOutcome = testedOutcomes.reduceRight(
  (later, kind) => `${tests[kind]} ? ${code(kind)} : ${later}`,
  code('moving'),
);

/** Decides the outcome of the run and writes the texel. */
export function endOfRun(sweep: SweepPlan): string {
  const { reach, unseen } = lengthsOf(sweep.plan.defaultRanges);
  const minima = nearTests(sweep).map((test, k) => `if (${test}) minimum = ${k};`);
  return `int minimum = -1;
  bool isCycling = false, hasArrived = false, isOutside = false, isAtRest = false;
  if (alive) {
    ${minima.join(' else ')}
    float widest = 0.0;
    ${restSlots.map((slot) => `${slot === staySlot ? '' : `if (${slot} <= stay) `}widest = max(widest, ${squaredDistance(sweep, current, keptAt(sweep, String(slot)))});`).join('\n    ')}
    isAtRest = widest <= ${glslNumber(unseen ** 2)};
    isOutside = ${outsideTest(sweep)};
    hasArrived = minimum >= 0 && updates - away - 1 >= stay;
    if (minimum < 0) { ${newton(sweep, glslNumber(reach ** 2))} }
    ${cycle(sweep)}
  }
  int ended = ${firstOutcome};
  setOutput(vec4(value, os_finite(best) ? best : os_nan(), minimum < 0 ? os_nan() : float(away + 1), ${glslEncodeEnd('ended', 'minimum')}));`;
}

/** Whether the run ends outside the default view, which a start outside widens. */
function outsideTest({ plan: { defaultRanges } }: SweepPlan): string {
  return defaultRanges
    .map(([low, high], i) => `s${i} < min(${glslNumber(low)}, o${i}) || s${i} > max(${glslNumber(high)}, o${i})`)
    .join(' || ');
}

/** Sets `hasArrived`: one Newton step from the end; none where the Hessian is not positive definite, up to float32's rounding. */
function newton(sweep: SweepPlan, reach2: string): string {
  const { statements, isDefinite, step } = newtonStep(sweep);
  const target = (i: number) => `(s${i} - ${step(i)})`;
  return `${statements}
      hasArrived = ${isDefinite} && ${squaredDistance(sweep, current, target)} <= ${reach2} && ${squaredDistance(sweep, keptAt(sweep, String(staySlot)), target)} <= ${reach2};`;
}

/** Sets `isCycling`: the last point was visited one shortest period before, and not in between. */
function cycle(sweep: SweepPlan): string {
  const largest = (value: (i: number) => string) =>
    each(sweep, (i) => `largest = max(largest, abs(${value(i)}));`, ' ');
  return `float largest = 0.0;
    ${largest(current)}
    for (int p = 2; p <= ${MAX_PERIOD}; p++) {
      ${largest(keptAt(sweep, '(p - 1)'))}
      int k = p - 2;
      if (rounds[k] == 0) break;
      float near = ${glslNumber(ROUNDING ** 2)} * largest * largest;
      if (${squaredDistance(sweep, current, keptAt(sweep, 'p'))} > near || ${squaredDistance(sweep, current, keptAt(sweep, `(k + ${earlierSlot(0)})`))} > near) continue;
      bool shortest = true;
      for (int j = 1; j < p; j++) if (${squaredDistance(sweep, current, keptAt(sweep, 'j'))} <= ${glslNumber(DISTINCT_FACTOR ** 2)} * near) shortest = false;
      isCycling = shortest;
      break;
    }`;
}
