import { readExperiment, toJson } from '../experiment';
import type { Experiment } from '../experiment/core/types';
import type { Change, Lesson } from './types';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value with a change merged into it: objects key by key, lists by index, all else replaced. */
function merged(value: unknown, change: unknown): unknown {
  if (!isRecord(change)) return change;
  if (Array.isArray(value)) return value.map((entry: unknown, i) => (i in change ? merged(entry, change[i]) : entry));
  const base = isRecord(value) ? value : {};
  return { ...base, ...Object.fromEntries(Object.entries(change).map(([key, own]) => [key, merged(base[key], own)])) };
}

/** A lesson's experiment, changed. Throws ExperimentError if that is not valid. */
export const lessonExperiment = ({ experiment }: Lesson, change: Change = {}): Experiment =>
  readExperiment(merged(experiment, change));

/** The index of the run that a change is about, the first of several; null where it changes no run. */
export function changedRun({ runs }: Change): number | null {
  const [first] = isRecord(runs) ? Object.keys(runs) : [];
  return first === undefined ? null : Number(first);
}

/** All single values of a JSON value, by their path: `runs.0.hyper.lr`. */
function leavesOf(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, own]: [string, unknown]) =>
    leavesOf(own, path === '' ? key : `${path}.${key}`),
  );
}

/**
 * Whether an experiment differs from the lesson's in something that the task's solution leaves alone. Runs that were added
 * do not matter.
 */
export function isAstray(lesson: Lesson, solution: Change, experiment: Experiment): boolean {
  const [original, solved, shown] = [lessonExperiment(lesson), lessonExperiment(lesson, solution), experiment].map(
    (one) => new Map(leavesOf(toJson(one))),
  ) as [Map<string, unknown>, Map<string, unknown>, Map<string, unknown>];
  const count = lesson.experiment.runs.length;
  const isOfAddedRun = (path: string) => Number(/^runs\.(\d+)/.exec(path)?.[1] ?? -1) >= count;
  const paths = new Set([...original.keys(), ...shown.keys()]);
  return [...paths].some(
    (path) => !isOfAddedRun(path) && original.get(path) === solved.get(path) && original.get(path) !== shown.get(path),
  );
}
