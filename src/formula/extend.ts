import { COLUMN, UNIT } from './hessianSystem';
import { parseExpression } from './parse';
import { print } from './print';
import { parseLine, type Hyperparameter, type Rule } from './rule';
import { freeNames, nameNode, type Expression } from './syntax';

/** What a training loop does around a rule, written in the language of rules. */
export interface Extension {
  /** A hyperparameter that is added to the signature; `gradient` and `theta` below may read it. */
  readonly hyper: readonly Hyperparameter[];
  /** Formulas applied to every gradient before the rule reads it, over `g`, the gradient, and `p`, the point where it was taken. */
  readonly gradient: readonly string[];
  /**
   * Formulas applied to every product of the Hessian with a vector before the rule reads it, over `h`, the product, and `v`, the
   * vector; and to the Hessian's diagonal, `h`, with 1 as `v`.
   */
  readonly product: readonly string[];
  /** Formulas applied to every such vector `v` before it is multiplied. */
  readonly direction: readonly string[];
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
export function extendRule(rule: Rule, { hyper, gradient, product, direction, parameters }: Extension): Rule {
  const taken = namesOf(rule);
  for (const name of [BEFORE, ...hyper.map((h) => h.name)])
    if (taken.has(name)) throw new RangeError(`${rule.name} has a ${name} already`);
  const settings = hyper.map(({ name }) => name);
  const changes = {
    gradient: gradient.map((text) => parseLine(text, ['g', 'p', 'theta', 't', ...settings])),
    product: product.map((text) => parseLine(text, ['h', 'v', ...settings])),
    direction: direction.map((text) => parseLine(text, ['v', ...settings])),
  };
  const after = parameters.map((text) => ({
    name: 'theta',
    expression: parseLine(text, ['theta', BEFORE, 'lr', 't', ...settings]),
  }));
  const remembers = after.some(({ expression }) => freeNames(expression).has(BEFORE));
  const start: Line[] = remembers ? [{ name: BEFORE, expression: parseExpression('theta') }] : [];
  const lines = rule.lines.flatMap((line) => withDerivatives(line, changes, rule, taken));
  return { ...rule, hyper: [...rule.hyper, ...hyper], lines: [...start, ...lines, ...after] };
}

/** The formulas of an extension that change derivatives of the loss. */
type Changes = Readonly<Record<'gradient' | 'product' | 'direction', readonly Expression[]>>;

type Special = Expression & { kind: 'special' };

/** Moves every derivative that a line takes and that is changed into lines before it, under a name that the line then reads. */
function withDerivatives(line: Line, changes: Changes, rule: Rule, taken: Set<string>): Line[] {
  const found = new Map<string, string>();
  const before: Line[] = [];
  const named = (expression: Expression): Expression => {
    if (expression.kind === 'number' || expression.kind === 'name') return expression;
    const taking = { ...expression, args: expression.args.map(named) };
    if (taking.kind === 'special' && taking.name === 'solve_hessian') return withChangedHessian(taking, changes);
    if (taking.kind === 'apply' || !isChanged(taking, changes)) return taking;
    const text = print(taking);
    const name = found.get(text) ?? (found.size === 0 && canHold(line, rule) ? line.name : unusedName(taking, taken));
    if (!found.has(text)) before.push(...derivativeLines(taking, name, changes));
    found.set(text, name);
    return { ...expression, kind: 'name', name };
  };
  const expression = named(line.expression);
  const isNamed = expression.kind === 'name' && expression.name === line.name;
  const lines = isNamed ? before : [...before, { name: line.name, expression }];
  const { turn } = line;
  return turn ? lines.map((one) => ({ ...one, turn })) : lines;
}

/** A system of the Hessian with what is changed about its columns as further arguments. */
function withChangedHessian(solving: Special, { product, direction }: Changes): Special {
  if (product.length === 0) return solving;
  const after = (texts: readonly Expression[], from: string, name: string) =>
    texts.reduce<Expression>(
      (made, change) =>
        substitute(
          change,
          new Map([
            ['v', nameNode(UNIT)],
            [name, made],
          ]),
        ),
      nameNode(from),
    );
  // A frozen parameter has no curvature, and its entry of the solution is that of the right side.
  const kept = parseLine('h + (1 - free)*v', ['h', 'v']);
  const rest = product.some((change) => freeNames(change).has('free')) ? [kept] : [];
  return {
    ...solving,
    args: [...solving.args, after([...product, ...rest], COLUMN, 'h'), after(direction, UNIT, 'v')],
  };
}

function isChanged({ name }: Special, { gradient, product }: Changes): boolean {
  if (name === 'grad') return gradient.length > 0;
  return (name === 'hvp' || name === 'diag_hessian') && product.length > 0;
}

/** The line that takes a derivative under a name, and those that change it. */
function derivativeLines(taking: Special, name: string, changes: Changes): Line[] {
  const [point, vector = ONE] = taking.args as [Expression, Expression?];
  const meaning = new Map<string, Expression>([
    ['p', point],
    ['v', vector],
    ['g', nameNode(name)],
    ['h', nameNode(name)],
  ]);
  const following = (change: Expression) => ({ name, expression: substitute(change, meaning) });
  if (taking.name === 'grad') return [{ name, expression: taking }, ...changes.gradient.map(following)];
  const along = changes.direction.reduce((v, change) => substitute(change, new Map([['v', v]])), vector);
  const expression = taking.name === 'hvp' ? { ...taking, args: [point, along] } : taking;
  return [{ name, expression }, ...changes.product.map(following)];
}

const ONE: Expression = { kind: 'number', value: 1, at: 0, length: 0 };

/** Whether a line's own name can hold a derivative for a moment: true if nothing still reads the name's earlier value. */
function canHold({ name, expression }: Line, rule: Rule): boolean {
  return name !== 'theta' && !rule.states.some((state) => state.name === name) && !freeNames(expression).has(name);
}

/** A name that the rule does not use: for a gradient `g`, or else `g2`, `g3` ..., for second derivatives `h`. */
function unusedName(taking: Special, taken: Set<string>): string {
  const letter = taking.name === 'grad' ? 'g' : 'h';
  let name = letter;
  for (let count = 2; taken.has(name); count += 1) name = `${letter}${count}`;
  taken.add(name);
  return name;
}

const namesOf = (rule: Rule): Set<string> =>
  new Set([...rule.hyper, ...rule.states, ...rule.lines].map(({ name }) => name));

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
