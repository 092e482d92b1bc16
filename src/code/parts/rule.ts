import { freeNames, type SpecialName } from '../../formula/syntax';
import { isSingle, isTensor, pythonOf, type Meaning, type Scope } from '../python/expression';
import { numberText, statement } from '../python/lines';
import { ruleName } from '../python/names';
import type { RuleSubject } from '../subject/rule';
import type { Library } from './library';
import { loopOf } from './repeat';
import { matrixCalls } from './matrices';

/** A rule written out: its settings, the first values of its states, and the lines of one update. */
export interface WrittenRule {
  readonly settings: readonly string[];
  readonly states: readonly string[];
  readonly lines: readonly string[];
  /** Whether an update reads the rate. */
  readonly readsRate: boolean;
}

/** Decay rates of 1 divide by 0 in the corrections: as tensors they give what the page shows, as numbers an error. */
const isDegenerate = (name: string, value: number): boolean => value === 1 && /^(beta|rho|alpha)\d?$/.test(name);

/** The special functions of rules. The domain is left out here: every update ends with it (around.ts). */
const specials = (library: Library, problem: Pick<Specials, ProblemName>): Specials => ({
  ...problem,
  project: (point) => point,
  norm: library.norm,
  sum: library.sumOf,
  mean: library.meanOf,
  dot: library.dot,
  ...matrixCalls,
});

type Specials = Record<SpecialName, (text: string, other: string) => string>;

/** Those that evaluate the problem. */
type ProblemName = 'grad' | 'loss' | 'hvp' | 'diag_hessian' | 'solve_hessian';

/** One number as one for each parameter. */
const spread = (text: string, library: Library): string =>
  `${/^[\w.]+$/.test(text) ? text : `(${text})`} + ${library.filled('0')}`;

const call = (
  functions: Specials,
  library: Library,
  name: SpecialName,
  args: readonly { readonly text: string; readonly isSingle: boolean }[],
): string => {
  const [first = '', second = ''] = args.map((arg) => (arg.isSingle ? spread(arg.text, library) : arg.text));
  return functions[name](first, second);
};

const noProblem = (): never => {
  throw new RangeError('a modifier evaluates no loss');
};

/**
 * A rule in Python, line by line. `gradient(...)` stands for its `grad`, `update_loss(...)` for its `loss`, `hessian_product(...)` and
 * `hessian_diagonal(...)` for its second derivatives, with these arguments after the point and the vector.
 */
export function writtenRule(
  rule: RuleSubject,
  library: Library,
  gradientArguments: readonly string[],
  hasFrozen: boolean,
): WrittenRule {
  const meanings = new Map<string, Meaning>([
    ['theta', { text: 'theta', kind: 'tensor' }],
    ['t', { text: 't', kind: 'number' }],
    ['noise', { text: 'noises[t - 1]', kind: 'tensor' }],
    ['free', hasFrozen ? { text: 'free', kind: 'mask' } : { text: '1', kind: 'number' }],
  ]);
  for (const [name, value] of Object.entries(rule.hyper))
    meanings.set(name, { text: ruleName(name), kind: isDegenerate(name, value) ? 'tensor' : 'number' });
  for (const { name, isTensor: tensor } of rule.states)
    meanings.set(name, { text: ruleName(name), kind: tensor ? 'tensor' : 'number' });
  const evaluated = (name: string, ...at: string[]) => `${name}(${[...at, ...gradientArguments].join(', ')})`;
  const functions = specials(library, {
    grad: (point) => evaluated('gradient', point),
    loss: (point) => evaluated('update_loss', point),
    hvp: (point, vector) => evaluated('hessian_product', point, vector),
    diag_hessian: (point) => evaluated('hessian_diagonal', point),
    solve_hessian: (point, vector) => evaluated('hessian_solution', point, vector),
  });
  const scope: Scope = {
    dialect: library.dialect,
    name: (name) => meanings.get(name),
    special: (name, args) => call(functions, library, name, args),
    filled: library.filled,
    numbers: library.numbers,
  };
  const writeLine = ({ name, expression }: RuleSubject['lines'][number]): string[] => {
    const text = name === 'theta' ? 'theta' : ruleName(name);
    // What is kept for each parameter has a number for each.
    const isKept = name === 'theta' || rule.states.some((state) => state.name === name && state.isTensor);
    const single = isSingle(expression, scope);
    const formula = pythonOf(expression, scope);
    const written = statement(`${text} = `, isKept && single ? spread(formula, library) : formula);
    const kind = isKept || isTensor(expression, scope) ? 'tensor' : 'number';
    meanings.set(name, { text, kind, isSingle: single && !isKept });
    return written;
  };
  const lines = rule.lines.flatMap((line, i) => {
    const { turn } = line;
    if (!turn) return writeLine(line);
    const isFirst = turn.turn === 0 && rule.lines[i - 1]?.turn?.loop !== turn.loop;
    return isFirst ? loopOf(rule.lines, turn, { meanings, writeLine, library }) : [];
  });
  const read = new Set(rule.lines.flatMap(({ expression }) => [...freeNames(expression)]));
  // Decoupled decay reads the rate even where the rule does not.
  if (Object.hasOwn(rule.modifierHyper, 'decay')) read.add('lr');
  return {
    settings: Object.entries(rule.hyper)
      .filter(([name]) => read.has(name))
      .map(([name, value]) => {
        const number = numberText(value);
        return `${ruleName(name)} = ${isDegenerate(name, value) ? library.tensor(number) : number}`;
      }),
    states: rule.states.map(
      ({ name, initial, isTensor: tensor }) =>
        `${ruleName(name)} = ${tensor ? library.filled(numberText(initial)) : numberText(initial)}`,
    ),
    lines,
    readsRate: read.has('lr'),
  };
}

/**
 * What modifiers do to the tensor with this name, as statements: to a gradient `g` taken at `p`, or to a product `h` of the Hessian
 * with a vector `v`.
 * @param vector what `v` is in the program; 1 for the Hessian's diagonal
 */
export function modifierLines(
  { gradientLines, productLines, modifierHyper }: RuleSubject,
  library: Library,
  changed: 'g' | 'h',
  vector: Meaning = { text: 'v', kind: 'tensor' },
): string[] {
  const scope = modifierScope(modifierHyper, library, vector);
  const lines = changed === 'g' ? gradientLines : productLines;
  return lines.flatMap((line) => statement(`${changed} = `, pythonOf(line, scope)));
}

/** The vector `v`, as modifiers make it before the Hessian is multiplied with it, in Python. */
export const modifiedVector = ({ directionLines, modifierHyper }: RuleSubject, library: Library): string =>
  directionLines.reduce(
    (text, line) => pythonOf(line, modifierScope(modifierHyper, library, { text, kind: 'tensor' })),
    'v',
  );

/** What the names in the lines of modifiers are in the program. */
function modifierScope(hyper: RuleSubject['modifierHyper'], library: Library, vector: Meaning): Scope {
  const functions = specials(library, {
    grad: noProblem,
    loss: noProblem,
    hvp: noProblem,
    diag_hessian: noProblem,
    solve_hessian: noProblem,
  });
  return {
    dialect: library.dialect,
    name: (name) => {
      const tensors = ['g', 'h', 'p', 'theta', 'noise'];
      if (tensors.includes(name)) return { text: name, kind: 'tensor' };
      if (name === 'v') return vector;
      if (name === 'free') return { text: name, kind: 'mask' };
      return name === 't'
        ? { text: name, kind: 'number' }
        : Object.hasOwn(hyper, name)
          ? { text: numberText(hyper[name] ?? Number.NaN), kind: 'number' }
          : undefined;
    },
    special: (name, args) => call(functions, library, name, args),
    numbers: library.numbers,
  };
}
