import { codeOf } from '../../code/code';
import { codeTargets, type CodeTarget } from '../../code/targets';
import { readExperiment } from '../../experiment';
import { shown } from './shown';

/** What a script may ask for; what is left out has its default. */
export interface CodeRequest {
  readonly for: CodeTarget;
  /** Index of the run, from 0; the first by default. */
  readonly run?: number;
  /** Whether the program prints its rows instead of showing a picture; false by default. */
  readonly trace?: boolean;
}

/** The code of a run for a script. Throws an error that names what is wrong and what is allowed. */
export function codeForScript(experiment: unknown, request: unknown): string {
  const { for: target, run = 0, trace = false } = (request ?? {}) as Readonly<Record<keyof CodeRequest, unknown>>;
  const known = codeTargets.find((name) => name === target);
  if (known === undefined) throw new RangeError(`for is ${shown(target)}; allowed are: ${codeTargets.join(', ')}.`);
  if (typeof trace !== 'boolean') throw new TypeError(`trace is ${shown(trace)}; allowed are: true, false.`);
  const valid = readExperiment(experiment);
  const last = valid.runs.length - 1;
  if (typeof run !== 'number' || !Number.isInteger(run) || run < 0 || run > last)
    throw new RangeError(`run is ${shown(run)}; allowed are whole numbers from 0 to ${last}.`);
  return codeOf(valid, { for: known, run, trace });
}
