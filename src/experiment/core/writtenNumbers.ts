import type { Problem, Setting } from '../../catalogue';
import { integerIn, numberIn, type Expectation } from './expectations';

/** A constant or setting as files and links write it: under its own name, or as a list of numbered ones. */
export interface WrittenNumber {
  /** `samples`; `weights` for weight1, weight2. */
  readonly key: string;
  /** Names of the constants or settings that it stands for. */
  readonly names: readonly string[];
  readonly vector: boolean;
}

/**
 * How constants and settings are written in files and links, in the catalogue's order: a function's constants under
 * their own names, numbered settings of a data problem (weight1, weight2) together as one list (weights).
 */
export function writtenNumbers(problem: Problem): WrittenNumber[] {
  if (problem.kind === 'function')
    return Object.keys(problem.constants).map((key) => ({ key, names: [key], vector: false }));
  const written = new Map<string, string[]>();
  for (const name of Object.keys(problem.settings)) {
    const stem = /^(.*\D)\d+$/.exec(name)?.[1];
    const key = stem === undefined ? name : `${stem}s`;
    written.set(key, [...(written.get(key) ?? []), name]);
  }
  return [...written].map(([key, names]) => ({ key, names, vector: key !== names[0] }));
}

/** What a constant or a setting may be. */
export const numberExpectation = (name: string, setting: Setting): Expectation<number> =>
  setting.integer ? integerIn(name, setting) : numberIn(name, setting);
