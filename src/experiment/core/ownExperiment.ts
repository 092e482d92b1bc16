import { findProblem } from '../../catalogue';
import { defaultChoice, requireEntry } from './choice';
import { defaultRun, freshExperiment, fullBatch } from './defaults';
import type { Batch, Experiment, ProblemChoice, Run } from './types';

/** The public form of an experiment that the page itself brings along: a problem of the catalogue, and runs. */
export interface OwnExperiment {
  readonly problem: {
    readonly id: string;
    readonly constants?: Readonly<Record<string, number>>;
    readonly data?: Readonly<Record<string, number>>;
  };
  readonly start: readonly number[];
  readonly steps?: number;
  readonly epochs?: number;
  readonly runs: readonly {
    readonly optimizer: string;
    readonly hyper: Run['hyper'];
    readonly batch?: Partial<Batch>;
  }[];
}

/**
 * An experiment that the page brings along, with every default. It is not checked, as what comes from outside is by
 * `readExperiment`, which would load the checks with the first picture; tests hold the two to the same result.
 * Throws RangeError if the catalogue lacks its problem or an optimizer.
 */
export function ownExperiment({ problem, start, steps, epochs, runs }: OwnExperiment): Experiment {
  const choice = choiceOf(problem);
  const all = runs.map(({ optimizer, hyper, batch }): Run => {
    const plain = defaultRun(optimizer, choice);
    return { ...plain, hyper: { ...plain.hyper, ...hyper }, ...(batch && { batch: { ...fullBatch, ...batch } }) };
  });
  const fresh = freshExperiment(choice, all);
  return { ...fresh, start, ...(steps !== undefined && { steps }), ...(epochs !== undefined && { epochs }) };
}

function choiceOf({ id, constants, data }: OwnExperiment['problem']): ProblemChoice {
  const choice = defaultChoice(requireEntry(id, findProblem(id)));
  if (choice.kind === 'data') return { ...choice, settings: { ...choice.settings, ...data } };
  return choice.kind === 'function' ? { ...choice, constants: { ...choice.constants, ...constants } } : choice;
}
