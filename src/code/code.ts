import type { Experiment } from '../experiment/core/types';
import type { Section } from './parts/section';
import { torchLibrary } from './parts/library';
import { pytorchSections } from './libraries/pytorch';
import { withPreamble } from './libraries/program';
import { comment } from './python/lines';
import { subjectOf, type Subject } from './subject/subject';

export const codeTargets = ['pytorch', 'optax', 'keras', 'notebook'] as const;
export type CodeTarget = (typeof codeTargets)[number];

export interface CodeOptions {
  readonly for: CodeTarget;
  /** Index of the run. */
  readonly run: number;
  /** Whether the program prints the rows of parameters instead of showing a picture. */
  readonly trace: boolean;
}

/** One run of an experiment as a program for a library. Throws RangeError if there is no such run. */
export function codeOf(experiment: Experiment, { run, trace }: CodeOptions): string {
  const subject = subjectOf(experiment, run);
  const sections = withPreamble(pytorchSections(subject, trace), torchLibrary);
  return fileOf(subject, sections);
}

const fileOf = (subject: Subject, sections: readonly Section[]): string =>
  [`"""${subject.problem}: ${subject.optimizer}, ${subject.updates} updates."""`, ...sections.flatMap(({ title, lines }, i) => ['', ...(i === 0 ? [] : ['', ...comment(title)]), ...lines]), ''].join('\n');
