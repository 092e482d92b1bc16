import { findOptimizer, findSchedule, hyperDomain, hyperparametersOf } from '../../catalogue';
import { BATCH_SIZE } from '../../experiment';
import type { Run } from '../../experiment/core/types';
import { facts, inLanguage, type Language } from '../../language';
import { formatNumber } from '../../plots/kit/geometry/numbers';
import { symbolText } from '../controls/symbols';
import { precisionName } from './precisionName';

/** The optimizer's name with the flags that are on: `SGD + Nesterov`. */
export function runLabel(run: Run, language: Language): string {
  const optimizer = findOptimizer(run.optimizer);
  if (!optimizer) return run.optimizer;
  const flags = hyperparametersOf(optimizer).filter(({ name, flag }) => flag && run.hyper[name] === true);
  return [optimizer, ...flags.map(({ name }) => hyperDomain(name, run.optimizer))]
    .map(({ name }) => inLanguage(name, language))
    .join(' + ');
}

/**
 * A name for every run, each different. Runs of one optimizer are named by what differs: `Adam, η = 0.2`, or `η = 0.2` alone
 * where all runs have the same optimizer. What differs in no number that a name can hold is numbered: `Adam 1`.
 * @param moved the numbers that are moved beside the names, which say them only where nothing else tells the runs apart
 * @param isFixed whether the names do not say them at all
 */
export function runNames(
  runs: readonly Run[],
  language: Language,
  moved: readonly string[] = [],
  isFixed = false,
): string[] {
  const labels = runs.map((run) => runLabel(run, language));
  const isAll = new Set(labels).size === 1;
  const names = runs.map((run, i) => {
    const label = labels[i] ?? '';
    const alike = runs.filter((_, k) => labels[k] === label);
    const own = featuresOf(run, language);
    const still = own.filter(({ name = '' }) => !moved.includes(name));
    const tell = (features: readonly Feature[]) =>
      tellingText(alike, alike.indexOf(run), features, facts[language].comma);
    const told = alike.length === 1 ? null : (tell(still) ?? (isFixed ? null : tell(own)));
    return told === null ? label : isAll ? told : `${label}${facts[language].comma}${told}`;
  });
  return numbered(names);
}

interface Feature {
  readonly name?: string;
  /** How a run's name says it; empty where the run has none. */
  readonly text: (run: Run) => string;
}

/** Digits of a number in a name. */
const DIGITS = 4;

function featuresOf({ optimizer: id }: Run, language: Language): Feature[] {
  const optimizer = findOptimizer(id);
  const numbers = optimizer ? hyperparametersOf(optimizer).filter(({ flag }) => !flag) : [];
  return [
    ...numbers.map(({ name }): Feature => {
      const letter = letterOf(name, id, language);
      return { name, text: ({ hyper }) => `${letter} = ${formatNumber(Number(hyper[name]), DIGITS)}` };
    }),
    { name: BATCH_SIZE, text: ({ batch }) => (batch ? `B = ${batch.size === 'all' ? 'N' : batch.size}` : '') },
    { text: ({ precision }) => precisionName(precision) },
    { text: ({ schedule }) => (schedule ? (inLanguage(findSchedule(schedule.kind)?.name, language) ?? '') : '') },
  ];
}

const subscripts = '₀₁₂₃₄₅₆₇₈₉';

/** A hyperparameter's letter with its index as text, such as β₁; its name where the letter needs a typesetter. */
export function letterOf(name: string, optimizer: string, language: Language): string {
  const domain = hyperDomain(name, optimizer);
  const symbol = symbolText(domain.symbol);
  if (symbol === null || symbol.above !== undefined) return inLanguage(domain.name, language);
  const { letter, below = '' } = symbol;
  return /^\d*$/.test(below)
    ? letter + [...below].map((digit) => subscripts[Number(digit)]).join('')
    : inLanguage(domain.name, language);
}

/**
 * What tells runs of one optimizer apart, as this one has it: the feature in which they differ, or the first two that do where they
 * differ in more, as one alone would hide what else was changed. Null if there is nothing.
 */
function tellingText(runs: readonly Run[], index: number, features: readonly Feature[], comma: string): string | null {
  const all = features.map(({ text }) => runs.map(text));
  const differing = all.filter((texts) => new Set(texts).size > 1);
  const pairs = differing.flatMap((one, i) => differing.slice(i + 1).map((other) => join(one, other, comma)));
  const isTelling = (texts: readonly string[]) => new Set(texts).size === texts.length && !texts.includes('');
  return [...pairs, ...differing].find(isTelling)?.[index] ?? null;
}

const join = (one: readonly string[], other: readonly string[], comma: string): string[] =>
  one.map((text, i) => [text, other[i] ?? ''].filter((part) => part !== '').join(comma));

/** ['Adam', 'Adam'] as ['Adam 1', 'Adam 2']; names that occur once stay as they are. */
export function numbered(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    if (names.filter((other) => other === name).length === 1) return name;
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    return `${name} ${number}`;
  });
}
