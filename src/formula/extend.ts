import { parseExpression } from './parse';
import { print } from './print';
import { parseLine, type Hyperparameter, type Rule } from './rule';
import { freeNames, type Expression } from './syntax';

/** What a training loop does around a rule, written in the language of rules. */
export interface Extension {
  /** A hyperparameter that is added to the signature; `gradient` and `theta` below may read it. */
  readonly hyper: readonly Hyperparameter[];
  /** Formulas applied to every gradient before the rule reads it, over `g`, the gradient, and `p`, the point where it was taken. */
  readonly gradient: readonly string[];
  /** Formulas applied to the parameters after the rule's last line, over `theta` and `before`, the point before the update. */
  readonly parameters: readonly string[];
}

type Line = Rule['lines'][number];

/** The line that stores the point before the update; none if no extension reads it. */
const BEFORE = 'before';

/**
 * The rule with the lines of the extensions added: a rule like any other, to be printed, compiled and differentiated.
 * @throws RangeError where a hyperparameter of an extension has a name that the rule uses already
 */
export function extendRule(rule: Rule, { hyper, gradient, parameters }: Extension): Rule {
  const taken = namesOf(rule);
  for (const name of [BEFORE, ...hyper.map((h) => h.name)])
    if (taken.has(name)) throw new RangeError(`${rule.name} has a ${name} already`);
  const settings = hyper.map(({ name }) => name);
  const changes = gradient.map((text) => parseLine(text, ['g', 'p', 'theta', 't', ...settings]));
  const after = parameters.map((text) => ({
    name: 'theta',
    expression: parseLine(text, ['theta', BEFORE, 'lr', 't', ...settings]),
  }));
  const remembers = after.some(({ expression }) => freeNames(expression).has(BEFORE));
  const start: Line[] = remembers ? [{ name: BEFORE, expression: parseExpression('theta') }] : [];
  const lines =
    changes.length === 0 ? rule.lines : rule.lines.flatMap((line) => withGradient(line, changes, rule, taken));
  return { ...rule, hyper: [...rule.hyper, ...hyper], lines: [...start, ...lines, ...after] };
}

/** Moves every gradient that a line takes into lines before it, under a name that the line then reads. */
function withGradient(line: Line, changes: readonly Expression[], rule: Rule, taken: Set<string>): Line[] {
  const found = new Map<string, string>();
  const before: Line[] = [];
  const named = (expression: Expression): Expression => {
    if (expression.kind === 'number' || expression.kind === 'name') return expression;
    const args = expression.args.map(named);
    if (expression.kind === 'apply' || expression.name !== 'grad') return { ...expression, args };
    const [point] = args as [Expression];
    const text = print(point);
    const name = found.get(text) ?? (found.size === 0 && canHoldGradient(line, rule) ? line.name : unusedName(taken));
    if (!found.has(text)) before.push(...gradientLines({ ...expression, args }, point, name, changes));
    found.set(text, name);
    return { ...expression, kind: 'name', name };
  };
  const expression = named(line.expression);
  const isGradient = expression.kind === 'name' && expression.name === line.name;
  return isGradient ? before : [...before, { name: line.name, expression }];
}

function gradientLines(
  gradient: Expression & { kind: 'special' },
  point: Expression,
  name: string,
  changes: readonly Expression[],
): Line[] {
  const meaning = new Map<string, Expression>([
    ['p', point],
    ['g', nameNode(name)],
  ]);
  return [
    { name, expression: gradient },
    ...changes.map((change) => ({ name, expression: substitute(change, meaning) })),
  ];
}

/** Whether a line's own name can hold its gradient for a moment: true if nothing still reads the name's earlier value. */
function canHoldGradient({ name, expression }: Line, rule: Rule): boolean {
  return name !== 'theta' && !rule.states.some((state) => state.name === name) && !freeNames(expression).has(name);
}

/** A name that the rule does not use: `g`, or else `g2`, `g3` ... */
function unusedName(taken: Set<string>): string {
  let name = 'g';
  for (let count = 2; taken.has(name); count += 1) name = `g${count}`;
  taken.add(name);
  return name;
}

const namesOf = (rule: Rule): Set<string> =>
  new Set([...rule.hyper, ...rule.states, ...rule.lines].map(({ name }) => name));

const nameNode = (name: string): Expression => ({ kind: 'name', name, at: 0, length: 0 });

/** The formula with some of its names replaced by formulas. */
function substitute(expression: Expression, meaning: ReadonlyMap<string, Expression>): Expression {
  switch (expression.kind) {
    case 'number':
      return expression;
    case 'name':
      return meaning.get(expression.name) ?? expression;
    case 'special':
    case 'apply':
      return { ...expression, args: expression.args.map((arg) => substitute(arg, meaning)) };
  }
}
