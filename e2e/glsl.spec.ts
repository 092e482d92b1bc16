import fc from 'fast-check';
import { evaluate, parseExpression, print, type Expression, type OperatorName, operators } from '../src/formula';
import { applyNode, formulas, operatorNames } from '../src/formula/testing/arbitrary';
import { expect, test } from './fixtures';
import { openPage } from './support/api';
import { float32Value } from './support/float32';
import { canWalk, valuesAlongWalk, walkPoints } from './support/walk';

/*
 * Formulas as shaders on the browser's own WebGL, against the same formulas in float64 and bounds on what float32 may make
 * of them (support/float32.ts), which know nothing of how GLSL computes.
 */

const SEED = 20_240_607;
const names = ['a', 'b'];

/** Every operator once on top of simple formulas, then deeper ones of all operators. */
function randomFormulas(): Expression[] {
  const simple = formulas({ names, operators: ['add', 'sub', 'mul'], depth: 1 });
  const onTop = (operator: OperatorName) =>
    fc
      .tuple(...Array.from({ length: operators[operator].arity }, () => simple))
      .map((args) => applyNode(operator, ...args));
  const usable = (formula: Expression) => canWalk(formula) && /\b[ab]\b/.test(print(formula));
  const sample = (made: fc.Arbitrary<Expression>, numRuns: number) =>
    fc.sample(made.filter(usable), { seed: SEED, numRuns });
  return [
    ...operatorNames.flatMap((operator) => sample(onTop(operator), 1)),
    ...sample(formulas({ names, depth: 4 }), 12),
  ];
}

function operatorsIn(formula: Expression): OperatorName[] {
  return formula.kind === 'apply' ? [formula.operator, ...formula.args.flatMap(operatorsIn)] : [];
}

/** Numbers that float32 is not held to are not counted. */
interface Comparison {
  readonly faults: string[];
  readonly held: number;
}

function compare(formula: Expression, found: readonly number[]): Comparison {
  const faults: string[] = [];
  let held = 0;
  walkPoints.forEach((point, k) => {
    const wanted = float32Value(formula, point);
    const value = found[k] ?? NaN;
    if (wanted === null) return;
    held += 1;
    const fits = Object.is(value, wanted.value) || Math.abs(value - wanted.value) <= wanted.bound;
    if (!fits)
      faults.push(`${print(formula)} at ${JSON.stringify(point)} is ${value}, not ${wanted.value} +- ${wanted.bound}`);
  });
  return { faults, held };
}

test('random formulas of every operator are what they are in float64', async ({ page }) => {
  await openPage(page);
  const all = randomFormulas();
  const found = await valuesAlongWalk(page, all, 'webgl');
  const comparisons = all.map((formula, i) => compare(formula, found[i] ?? []));
  expect(comparisons.flatMap(({ faults }) => faults)).toEqual([]);

  const tried = new Set(
    all.flatMap((formula, i) => ((comparisons[i]?.held ?? 0) > walkPoints.length / 4 ? operatorsIn(formula) : [])),
  );
  expect(
    operatorNames.filter((name) => !tried.has(name)),
    'operators that were not tried',
  ).toEqual([]);
  const held = comparisons.reduce((sum, comparison) => sum + comparison.held, 0);
  expect(held / (all.length * walkPoints.length), 'share of the numbers compared').toBeGreaterThan(0.5);
});

/** Where GLSL leaves open what happens, or a GPU's own function would be wrong; a NaN or an infinity comes about at run time. */
const edges: readonly (readonly [formula: string, value: number])[] = [
  ['min(nan, 1)', NaN],
  ['min(1, nan)', NaN],
  ['max(nan, 1)', NaN],
  ['max(1, nan)', NaN],
  ['clamp(nan, 0, 1)', NaN],
  ['clamp(inf, 0, 1)', 1],
  ['clamp(-inf, 0, 1)', 0],
  ['relu(nan)', NaN],
  ['relu(-inf)', 0],
  ['sign(nan)', NaN],
  ['sign(-inf)', -1],
  ['abs(-inf)', Infinity],
  ['floor(nan)', NaN],
  ['if(nan, 1, 2)', 1],
  ['if(nan == nan, 1, 2)', 2],
  ['if(nan != nan, 1, 2)', 1],
  ['if(nan < 1, 1, 2)', 2],
  ['if(nan >= 1, 1, 2)', 2],
  ['sqrt(zero - 1)', NaN],
  ['sqrt(zero)', 0],
  ['sqrt(inf)', Infinity],
  ['sqrt(nan)', NaN],
  ['log(zero - 1)', NaN],
  ['log(zero)', -Infinity],
  ['log(inf)', Infinity],
  ['log(nan)', NaN],
  ['log1p(zero - 2)', NaN],
  ['log1p(zero - 1)', -Infinity],
  ['log1p(nan)', NaN],
  ['log1p(inf)', Infinity],
  ['exp(-inf)', 0],
  ['exp(inf)', Infinity],
  ['exp(nan)', NaN],
  ['expm1(-inf)', -1],
  ['expm1(nan)', NaN],
  ['expm1(inf)', Infinity],
  ['(zero - 2)^(zero + 3)', -8],
  ['(zero - 2)^(zero + 2)', 4],
  ['(zero - 2)^(zero + 0.5)', NaN],
  ['(zero - 2)^(zero - 1)', -0.5],
  ['zero^zero', 1],
  ['zero^(zero + 2)', 0],
  ['zero^(zero - 1)', Infinity],
  ['nan^zero', 1],
  ['nan^(zero + 2)', NaN],
  ['nan^(zero - 3)', NaN],
  ['(zero + 2)^nan', NaN],
  ['(zero + 2)^inf', Infinity],
  ['(zero + 2)^(-inf)', 0],
  ['(zero + 0.5)^inf', 0],
  ['inf^(zero + 0.5)', Infinity],
  ['tanh(zero + 100)', 1],
  ['tanh(zero - 100)', -1],
  ['tanh(inf)', 1],
  ['tanh(nan)', NaN],
  ['sigmoid(zero - 200)', 0],
  ['sigmoid(zero + 200)', 1],
  ['sigmoid(nan)', NaN],
  ['softplus(zero - 200)', 0],
  ['softplus(zero + 200)', 200],
  ['softplus(nan)', NaN],
  ['softplus(inf)', Infinity],
  ['sin(inf)', NaN],
  ['cos(nan)', NaN],
  ['tan(-inf)', NaN],
  ['(zero + 1)/zero', Infinity],
  ['(zero - 1)/zero', -Infinity],
  ['zero/zero', NaN],
  ['inf - inf', NaN],
  ['asin(zero + 2)', NaN],
  ['asin(nan)', NaN],
  ['acos(zero - 2)', NaN],
  ['acos(nan)', NaN],
  ['acos(zero + 1)', 0],
  ['atan(nan)', NaN],
  ['atan(zero)', 0],
  ['sinh(-inf)', -Infinity],
  ['sinh(nan)', NaN],
  ['cosh(-inf)', Infinity],
  ['cosh(nan)', NaN],
  ['asinh(-inf)', -Infinity],
  ['asinh(nan)', NaN],
  ['acosh(zero + 0.5)', NaN],
  ['acosh(zero + 1)', 0],
  ['acosh(inf)', Infinity],
  ['acosh(nan)', NaN],
  ['atanh(zero + 1)', Infinity],
  ['atanh(zero - 1)', -Infinity],
  ['atanh(zero + 2)', NaN],
  ['atanh(nan)', NaN],
  ['cbrt(zero)', 0],
  ['cbrt(-inf)', -Infinity],
  ['cbrt(nan)', NaN],
  ['log2(zero - 1)', NaN],
  ['log10(zero)', -Infinity],
  ['round(nan)', NaN],
  ['round(zero + 2.5)', 2],
  ['round(zero - 1.5)', -2],
  ['mod(zero - 1, zero + 3)', 2],
  ['mod(zero + 1, zero)', NaN],
  ['mod(inf, zero + 1)', NaN],
  ['mod(zero + 1, inf)', 1],
  ['mod(zero - 1, inf)', Infinity],
  ['mod(nan, zero + 1)', NaN],
  ['mod(zero + 1, nan)', NaN],
  ['erf(inf)', 1],
  ['erf(-inf)', -1],
  ['erf(nan)', NaN],
  ['inf*floor(abs(a)/1000)', NaN],
];

test('where GLSL leaves open what happens, the language does not', async ({ page }) => {
  await openPage(page);
  const found = await valuesAlongWalk(
    page,
    edges.map(([text]) => parseExpression(text)),
    'webgl',
  );
  const faults = edges.flatMap(([text, wanted], i) => {
    const wrong = (found[i] ?? []).filter((value) => !Object.is(value + 0, wanted));
    return found[i]?.length === walkPoints.length && wrong.length === 0
      ? []
      : [`${text} is ${wrong[0]}, not ${wanted}`];
  });
  expect(faults).toEqual([]);
});

/** As far as the language promises anything of angles: a shader's own sine may lose most of its digits, here more than a pixel's worth would show. */
const ANGLE_ERROR = 1e-5;

test('large angles keep their digits', async ({ page }) => {
  await openPage(page);
  const formulaOf = (name: string) => parseExpression(`${name}(3000*a)`);
  const [sines = [], cosines = []] = await valuesAlongWalk(page, [formulaOf('sin'), formulaOf('cos')], 'webgl');
  expect(sines).toHaveLength(walkPoints.length);
  const errors = walkPoints.map(({ a }, k) =>
    Math.hypot((sines[k] ?? NaN) - Math.sin(3000 * a), (cosines[k] ?? NaN) - Math.cos(3000 * a)),
  );
  expect(Math.max(...errors)).toBeLessThan(ANGLE_ERROR);
});

/** Functions that are polynomials of our own, in the middle of what they are asked for. */
const ownFunctions = [
  'erf(a)',
  'erf(a/4)',
  'asin(a/3)',
  'acos(a/3)',
  'atan(a)',
  'atan(9*a)',
  'sinh(a)',
  'sinh(a/4)',
  'cosh(a)',
  'asinh(a)',
  'acosh(1 + abs(a))',
  'atanh(a/3)',
  'cbrt(a)',
  'log2(abs(a) + 0.1)',
  'log10(abs(a) + 0.1)',
];
const OWN_ERROR = 1e-6;

test('our own functions are right to a millionth', async ({ page }) => {
  await openPage(page);
  const all = ownFunctions.map((text) => parseExpression(text));
  const found = await valuesAlongWalk(page, all, 'webgl');
  const faults = all.flatMap((formula, i) =>
    walkPoints.flatMap((point, k) => {
      const [wanted, value] = [evaluate(formula, { ...point }), found[i]?.[k] ?? NaN];
      return Math.abs(value - wanted) <= OWN_ERROR * Math.max(1, Math.abs(wanted))
        ? []
        : [`${print(formula)} at ${point.a} is ${value}, not ${wanted}`];
    }),
  );
  expect(faults).toEqual([]);
});
