import { findOptimizer, findSchedule, hyperDomain, modifiers, hyperparametersOf } from '../../catalogue';
import type { ProblemChoice, Run } from '../../experiment/core/types';
import { facts, inLanguage, type Language } from '../../language';
import { formatNumber } from '../../plots';
import { settingsOf } from '../../workbench/requests/problem';
import { precisionName } from '../shared/precisionName';
import { letterOf } from '../shared/runNames';

const DIGITS = 6;
const equation = (name: string, value: number): string => `${name}\u00a0=\u00a0${formatNumber(value, DIGITS)}`;

/** The constants of a loss or the settings of data, with their values. */
export function constantWords(problem: ProblemChoice, language: Language): string[] {
  if (problem.kind === 'custom')
    return Object.entries(problem.constants ?? {}).map(([name, value]) => equation(name, value));
  const { settings, values } = settingsOf(problem);
  return Object.entries(settings).map(([key, { name, choices, flag }]) => {
    const [label, value] = [inLanguage(name, language) ?? key, values[key] ?? NaN];
    const choice = inLanguage(choices?.[value], language);
    const colon = facts[language].colon.replace(' ', '\u00a0');
    if (flag) return `${label}${colon}${value === 1 ? '✓' : '–'}`;
    return choice === undefined ? equation(label, value) : `${label}${colon}${choice}`;
  });
}

/** What a run is set to, in the order of its card: hyperparameters, batch, schedule, modifiers, precision. Flags are in its name. */
export function runWords(run: Run, language: Language): string[] {
  const optimizer = findOptimizer(run.optimizer);
  const numbers = optimizer ? hyperparametersOf(optimizer).filter(({ flag }) => !flag) : [];
  return [
    ...numbers.map(({ name }) => equation(letterOf(name, run.optimizer, language), Number(run.hyper[name]))),
    ...batchWords(run),
    ...scheduleWords(run, language),
    ...modifierWords(run, language),
    ...(run.precision ? [precisionName(run.precision)] : []),
  ];
}

const batchWords = ({ batch }: Run): string[] =>
  batch
    ? [
        `B\u00a0=\u00a0${batch.size === 'all' ? 'N' : batch.size}${batch.accumulate > 1 ? `\u00a0×\u00a0${batch.accumulate}` : ''}`,
      ]
    : [];

function scheduleWords({ schedule }: Run, language: Language): string[] {
  if (!schedule) return [];
  const { kind, args, warmup } = schedule;
  const written = Object.entries(args).map(
    ([name, value]) => `${name}\u00a0${typeof value === 'number' ? formatNumber(value, DIGITS) : String(value)}`,
  );
  const warm = warmup ? [`warmup\u00a0${warmup.steps}`] : [];
  const inside = [...written, ...warm].join(facts[language].comma);
  return [`${inLanguage(findSchedule(kind)?.name, language) ?? kind}${inside === '' ? '' : ` (${inside})`}`];
}

function modifierWords({ modifiers: chosen, optimizer }: Run, language: Language): string[] {
  return modifiers.flatMap(({ id, name }) => {
    const value = chosen?.[id];
    if (value === undefined) return [];
    if (typeof value === 'number') return [equation(inLanguage(hyperDomain(id, optimizer).name, language), value)];
    const inside = value === true ? '' : Array.isArray(value) ? ` (${value.join(', ')})` : noiseWords(value, language);
    return [`${inLanguage(name, language)}${inside}`];
  });
}

const noiseWords = (value: object, language: Language): string =>
  ` (${Object.entries(value)
    .map(([name, number]) => equation(name, Number(number)))
    .join(facts[language].comma)})`;
