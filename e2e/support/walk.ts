import type { Page } from '@playwright/test';
import type { EngineName } from '../../src/engine/trace/types';
import { MAX_LENGTH, parseExpression, print, type Expression } from '../../src/formula';
import { applyNode } from '../../src/formula/testing/arbitrary';

/*
 * How a formula's values at many points are read from the page, which only ever tells the losses of runs: by a run whose
 * path is known beforehand. Gradient descent at rate 1 walks along whole numbers: floor has no slope, so a formula of
 * floor(x) and floor(y) moves nothing, and `floor(x) - x`, which is 0 on whole numbers, has the slope -1 everywhere.
 */

const FIRST = { x: -24, y: 45 };
const STRIDE = { x: 1, y: -3 };
const STEPS = 40;
/** What a formula gets is an eighth of them, which float32 holds exactly. */
const PARTS = 8;

/** The points that the formulas are computed at, in the order of the walk; the start, whose loss is not the GPU's, is left out. */
export const walkPoints = Array.from({ length: STEPS }, (_, k) => ({
  a: (FIRST.x + (k + 1) * STRIDE.x) / PARTS,
  b: (FIRST.y + (k + 1) * STRIDE.y) / PARTS,
}));

/** Names that a walking formula may use: a point's numbers, and what only comes about at run time. */
const walking: Readonly<Record<string, Expression>> = {
  a: parseExpression(`floor(x)/${PARTS}`),
  b: parseExpression(`floor(y)/${PARTS}`),
  zero: parseExpression('floor(abs(y)/1000)'),
  inf: parseExpression('1/floor(abs(y)/1000)'),
  nan: parseExpression('floor(abs(y)/1000)/floor(abs(y)/1000)'),
};

/** Float32's numbers end short of this. A run ends where its loss is not a number, so what is none walks on as one of these. */
const END = 3e38;
const codes = { nan: 1e38, inf: 2e38, minusInf: -2e38 };

function lossOf(formula: Expression): string {
  const f = `(${print(substitute(formula))})`;
  const coded = `if(${f} > -${END}, if(${f} < ${END}, ${f}, ${codes.inf}), if(${f} < 0, -${-codes.minusInf}, ${codes.nan}))`;
  return `${coded} + (floor(x) - x) + ${-STRIDE.y}*(y - floor(y))`;
}

const decoded = (loss: number): number =>
  ({ [codes.nan]: NaN, [codes.inf]: Infinity, [codes.minusInf]: -Infinity })[Number(loss.toPrecision(6))] ?? loss;

function substitute(expression: Expression): Expression {
  if (expression.kind === 'name') return walking[expression.name] ?? expression;
  return expression.kind === 'apply' ? applyNode(expression.operator, ...expression.args.map(substitute)) : expression;
}

/** Whether a formula is short enough to walk. */
export const canWalk = (formula: Expression): boolean => lossOf(formula).length <= MAX_LENGTH;

/** Each formula's values along the walk, as an engine of the page computes them. */
export async function valuesAlongWalk(
  page: Page,
  formulas: readonly Expression[],
  engine: EngineName,
): Promise<number[][]> {
  const experiments = formulas.map((formula) => ({
    version: 1,
    problem: { loss: lossOf(formula), parameters: ['x', 'y'] },
    start: [FIRST.x, FIRST.y],
    steps: STEPS,
    runs: [{ optimizer: 'gd', hyper: { lr: 1 } }],
  }));
  const losses = await page.evaluate(
    async ([list, name]) => {
      const found: (readonly number[])[] = [];
      for (const experiment of list)
        found.push((await window.overshoot.run(experiment, { engine: name })).runs[0]?.loss ?? []);
      return found;
    },
    [experiments, engine] as const,
  );
  return losses.map((loss) => loss.slice(1).map(decoded));
}
