import { print, type Expression } from '../../formula';
import { freeNames } from '../../formula/syntax';
import { pythonOf, type Meaning, type Scope } from '../python/expression';
import { numberText, statement, unpacked } from '../python/lines';
import { lossName } from '../python/names';
import type { DataSubject, FunctionSubject } from '../subject/loss';
import type { RunSubject } from '../subject/run';
import type { Library } from './library';

const tensor = (name: string): readonly [string, Meaning] => [name, { text: lossName(name), kind: 'tensor' }];
const number = (name: string, text = lossName(name)): readonly [string, Meaning] => [name, { text, kind: 'number' }];

/** The loss of a function as Python: `loss_at(theta)`, with the update's number `t` where it reads that, and `objective_at`. */
export function functionLines(subject: RunSubject, loss: FunctionSubject, library: Library): string[] {
  const { objective } = loss;
  const shown = objective ? ['', '', ...functionOf('objective_at', objective, subject, loss, library)] : [];
  return [...functionOf('loss_at', loss.loss, subject, loss, library), ...shown];
}

/** Whether the loss that updates descend changes with `t`. */
export const readsTime = ({ loss, objective }: FunctionSubject): boolean =>
  objective !== null && freeNames(loss).has('t');

function functionOf(
  name: string,
  formula: Expression,
  { parameters }: RunSubject,
  loss: FunctionSubject,
  library: Library,
): string[] {
  const used = freeNames(formula);
  const constants = loss.constants.filter(([constant]) => used.has(constant));
  const timed = readsTime(loss) && used.has('t');
  const scope = scopeOf(library, [
    ...parameters.map(tensor),
    ...constants.map(
      ([constant, value]) =>
        [constant, { text: lossName(constant), kind: 'number', value }] satisfies [string, Meaning],
    ),
    ...(timed ? [number('t', 't')] : []),
  ]);
  return [
    `def ${name}(theta${timed ? ', t' : ''}):`,
    ...constants.map(([constant, value]) => `    ${lossName(constant)} = ${numberText(value)}`),
    ...unpacked('    ', parameters.map(lossName), library.entries('theta')),
    ...statement('    return ', linked(formula, parameters, scope)),
  ];
}

/** The value of a loss; a long part that stands in it more than once gets a name first. */
function returned(formula: Expression, scope: Scope): string[] {
  const part = repeatedPart(formula);
  if (part === null || scope.name(SHARED)) return statement('    return ', pythonOf(formula, scope));
  const rest = replaced(formula, print(part));
  const named: Scope = {
    ...scope,
    name: (name) => (name === SHARED ? { text: SHARED, kind: 'tensor' } : scope.name(name)),
  };
  return [...statement(`    ${SHARED} = `, pythonOf(part, scope)), ...statement('    return ', pythonOf(rest, named))];
}

/** The name of a part that a loss has more than once: the catalogue's word for the output of a model. */
const SHARED = 'z';
/** Characters from which a part is worth a name. */
const LONG = 24;

/** The longest part that stands in a formula more than once, if that is long. */
function repeatedPart(formula: Expression): Expression | null {
  const counts = new Map<string, { part: Expression; count: number }>();
  const visit = (part: Expression): void => {
    if (part.kind !== 'apply') return;
    const text = print(part);
    const found = counts.get(text) ?? { part, count: 0 };
    counts.set(text, { part, count: found.count + 1 });
    part.args.forEach(visit);
  };
  visit(formula);
  const repeated = [...counts].filter(([text, { count }]) => count > 1 && text.length > LONG);
  const [longest] = repeated.sort(([a], [b]) => b.length - a.length);
  return longest?.[1].part ?? null;
}

function replaced(formula: Expression, text: string): Expression {
  if (formula.kind !== 'apply') return formula;
  if (print(formula) === text) return { kind: 'name', name: SHARED, at: formula.at, length: formula.length };
  return { ...formula, args: formula.args.map((arg) => replaced(arg, text)) };
}

/** The losses of samples as Python: `sample_losses(theta, rows)`, and under dropout `training_losses(theta, rows, factors)`. */
export function sampleLines({ parameters }: RunSubject, data: DataSubject, library: Library): string[] {
  const { dropout, columns } = data;
  const define = (name: string, formula: Expression, factors: readonly string[]) => {
    const scope = scopeOf(library, [...parameters, ...columns, ...factors].map(tensor));
    return [
      `def ${name}(theta, rows${factors.length > 0 ? ', factors' : ''}):`,
      ...unpacked('    ', parameters.map(lossName), library.entries('theta')),
      ...unpacked('    ', columns.map(lossName), library.columns('rows')),
      ...(factors.length > 0 ? unpacked('    ', factors.map(lossName), library.columns('factors')) : []),
      ...returned(formula, scope),
    ];
  };
  return [
    ...define('sample_losses', data.loss, []),
    ...(dropout ? ['', '', ...define('training_losses', dropout.loss, dropout.factors)] : []),
  ];
}

function scopeOf({ dialect, numbers }: Library, meanings: readonly (readonly [string, Meaning])[]): Scope {
  const known = new Map(meanings);
  return { dialect, numbers, name: (name) => known.get(name) };
}

/** The formula; one that has no derivative by any parameter, such as `x > 0`, is linked to them, or libraries refuse it. */
function linked(formula: Expression, parameters: readonly string[], scope: Scope): string {
  const text = pythonOf(formula, scope);
  const [first = ''] = parameters;
  return hasSlope(formula, parameters) ? text : `${text} + 0*${lossName(first)}`;
}

function hasSlope(formula: Expression, parameters: readonly string[]): boolean {
  if (formula.kind === 'name') return parameters.includes(formula.name);
  if (formula.kind !== 'apply') return false;
  const { operator, args } = formula;
  if (['lt', 'le', 'gt', 'ge', 'eq', 'ne'].includes(operator)) return false;
  return (operator === 'if' ? args.slice(1) : args).some((arg) => hasSlope(arg, parameters));
}
