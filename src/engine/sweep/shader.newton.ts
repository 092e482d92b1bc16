import { glslNumber, glslOperand, glslStatements, hessianOf, linearize, type NodeId } from '../../formula';
import { lossFunction, lossInput } from '../gpu/shaders';
import { ROUNDING } from '../trace/outcome';
import type { SweepPlan } from './plan';
import { constantsOf, floats, forEverySample, names, outs } from './shader.loss';

/*
 * The Newton step from where a run ends, by Cholesky's factorization (loss/newton.ts). Its numbers are variables, or
 * elements of arrays where they would be too many.
 */

/** Functions before `main`, then the step itself. */
interface NewtonStep {
  readonly functions: string;
  readonly statements: string;
  /** After the statements: whether the Hessian is positive definite. Only then there is a step. */
  readonly isDefinite: string;
  /** After the statements: how far the step goes back along a parameter. */
  readonly step: (i: number) => string;
}

export const newtonStep = (sweep: SweepPlan): NewtonStep =>
  resultCount(sweep) + sweep.plan.parameters.length + sweep.plan.loss.others.length > MOST_PARAMETERS
    ? inArrays(sweep)
    : inVariables(sweep);

/** Parameters that compilers admit to a function. A network of eight hidden units has 561 second derivatives alone. */
const MOST_PARAMETERS = 255;

/** Derivatives of the loss that a step needs: the gradient and the lower triangle of the Hessian. */
const resultCount = ({ plan: { parameters } }: SweepPlan): number =>
  parameters.length + (parameters.length * (parameters.length + 1)) / 2;

const triangleOf = ({ plan: { loss } }: SweepPlan): NodeId[] =>
  hessianOf(loss).flatMap((row, i) => row.slice(0, i + 1));

const head = (sweep: SweepPlan, name: string, results: readonly string[] = []): string =>
  `void ${name}(${[...floats(names(sweep.plan.parameters.length, 'p')), ...floats(constantsOf(sweep, 'c')), ...outs(results)].join(', ')})`;

/** The mean over the samples, of a function the value itself; `all` makes statements for every result. */
const meanOf = ({ plan: { kind } }: SweepPlan, all: (by: string) => string): string =>
  kind === 'data' ? all('float(samples)') : '';

function inVariables(sweep: SweepPlan): NewtonStep {
  const { loss } = sweep.plan;
  const n = loss.parameters.length;
  const results = [...names(n, 'g'), ...names((n * (n + 1)) / 2, 'b')];
  const sums = names(results.length, 'sum');
  const values = names(results.length, 'value');
  const each = (text: (i: number) => string) => results.map((_, i) => text(i)).join(' ');
  const functions = `${lossFunction(loss, 'os_curvature_one', [...loss.gradient, ...triangleOf(sweep)], (i) => `value${i}`)}
${head(sweep, 'os_curvature', sums)} {
  ${each((i) => `sum${i} = 0.0;`)}
  ${forEverySample(
    sweep,
    (others) => `float ${values.join(', ')};
    os_curvature_one(${[...names(n, 'p'), ...others, ...values].join(', ')});
    ${each((i) => `sum${i} += value${i};`)}`,
  )}
  ${meanOf(sweep, (by) => each((i) => `sum${i} /= ${by};`))}
}`;
  const call = `float ${results.join(', ')};
    os_curvature(${[...names(n, 's'), ...constantsOf(sweep, 'r'), ...results].join(', ')});`;
  return {
    functions,
    statements: [call, ...choleskyStatements(n)].join('\n      '),
    isDefinite: names(n, 'd')
      .map((pivot, i) => `${pivot} > ${toleranceOf(n)} * abs(b${(i * (i + 3)) / 2})`)
      .join(' && '),
    step: (i) => `z${i}`,
  };
}

/** A pivot below this share of its diagonal element is 0 up to float32's rounding, as in loss/newton.ts. */
const toleranceOf = (n: number): string => glslNumber(n * ROUNDING);

/** From the gradient g0.. and the lower triangle b0.. to the pivots d0.. and the step z0... */
function choleskyStatements(n: number): string[] {
  const lower = (i: number, j: number) => `l${i}_${j}`;
  const minus = (from: number, to: number, term: (k: number) => string) =>
    Array.from({ length: Math.max(0, to - from) }, (_, k) => ` - ${term(from + k)}`).join('');
  const order = Array.from({ length: n }, (_, i) => i);
  const factor = order.flatMap((i) =>
    order.slice(0, i + 1).flatMap((j) => {
      const rest = `b${(i * (i + 1)) / 2 + j}${minus(0, j, (k) => `${lower(i, k)} * ${lower(j, k)}`)}`;
      return i === j
        ? [`float d${i} = ${rest};`, `float ${lower(i, i)} = os_sqrt(d${i});`]
        : [`float ${lower(i, j)} = (${rest}) / ${lower(j, j)};`];
    }),
  );
  const forward = order.map(
    (i) => `float y${i} = (g${i}${minus(0, i, (k) => `${lower(i, k)} * y${k}`)}) / ${lower(i, i)};`,
  );
  const back = order
    .toReversed()
    .map((i) => `float z${i} = (y${i}${minus(i + 1, n, (k) => `${lower(k, i)} * z${k}`)}) / ${lower(i, i)};`);
  return [...factor, ...forward, ...back];
}

function inArrays(sweep: SweepPlan): NewtonStep {
  const { loss } = sweep.plan;
  const n = loss.parameters.length;
  const triangle = triangleOf(sweep);
  const [ids = []] = linearize(loss.graph, [[...loss.gradient, ...triangle]]);
  const input = lossInput(loss);
  const add = (array: string, results: readonly NodeId[]) =>
    results.map((node, i) => `${array}[${i}] += ${glslOperand(loss.graph, node, 'n', input)};`).join('\n');
  const all = (statements: string) => `for (int i = 0; i < ${triangle.length}; i++) { ${statements} }`;
  const functions = `float os_slope[${n}], os_bend[${triangle.length}];
void os_add_curvature(${[...floats(names(n, 'p')), ...floats(names(loss.others.length, 'c'))].join(', ')}) {
${glslStatements(loss.graph, ids, 'n', input)}
${add('os_slope', loss.gradient)}
${add('os_bend', triangle)}
}
${head(sweep, 'os_curvature')} {
  ${all(`os_bend[i] = 0.0; if (i < ${n}) os_slope[i] = 0.0;`)}
  ${forEverySample(sweep, (others) => `os_add_curvature(${[...names(n, 'p'), ...others].join(', ')});`)}
  ${meanOf(sweep, (by) => all(`os_bend[i] /= ${by}; if (i < ${n}) os_slope[i] /= ${by};`))}
}
${choleskyFunction(n)}`;
  return {
    functions,
    statements: `os_curvature(${[...names(n, 's'), ...constantsOf(sweep, 'r')].join(', ')});`,
    isDefinite: 'os_newton()',
    step: (i) => `os_slope[${i}]`,
  };
}

/**
 * `os_newton`, which writes the factor into the triangle `os_bend` and the step into `os_slope`. In loops: written out, it
 * would be 13,000 operations for eight hidden units.
 */
const choleskyFunction = (n: number): string => `bool os_newton() {
  bool isDefinite = true;
  for (int i = 0; i < ${n}; i++) {
    int row = i * (i + 1) / 2;
    for (int j = 0; j <= i; j++) {
      int other = j * (j + 1) / 2;
      float whole = os_bend[row + j];
      float rest = whole;
      for (int k = 0; k < j; k++) rest -= os_bend[row + k] * os_bend[other + k];
      if (i == j) isDefinite = isDefinite && rest > ${toleranceOf(n)} * abs(whole);
      os_bend[row + j] = i == j ? os_sqrt(rest) : rest / os_bend[other + j];
    }
  }
  for (int i = 0; i < ${n}; i++) {
    for (int k = 0; k < i; k++) os_slope[i] -= os_bend[i * (i + 1) / 2 + k] * os_slope[k];
    os_slope[i] /= os_bend[i * (i + 3) / 2];
  }
  for (int i = ${n - 1}; i >= 0; i--) {
    for (int k = i + 1; k < ${n}; k++) os_slope[i] -= os_bend[k * (k + 1) / 2 + i] * os_slope[k];
    os_slope[i] /= os_bend[i * (i + 3) / 2];
  }
  return isDefinite;
}`;
