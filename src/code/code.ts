import { isMethod } from '../catalogue';
import type { Experiment } from '../experiment/core/types';
import { kerasSections } from './libraries/keras';
import { optaxSections } from './libraries/optax';
import { pytorchSections } from './libraries/pytorch';
import { jaxLibrary, kerasLibrary, torchLibrary, type Library } from './parts/library';
import { withPreamble } from './libraries/program';
import type { Section } from './parts/section';
import { fileOf, introductionOf, notebookOf } from './files';
import { methodCode } from './method';
import { subjectOf, type Subject } from './subject/subject';
import type { CodeOptions, CodeTarget } from './targets';

/** The libraries that programs are written for. */
const writers: Readonly<
  Record<
    Exclude<CodeTarget, 'notebook'>,
    { library: Library; sections: (subject: Subject, trace: boolean) => Section[] }
  >
> = {
  pytorch: { library: torchLibrary, sections: pytorchSections },
  optax: { library: jaxLibrary, sections: optaxSections },
  keras: { library: kerasLibrary, sections: kerasSections },
};

/**
 * One run of an experiment as a program, or as a notebook (nbformat 4.5); of a classical method one that says that there is none. Throws RangeError if there is no such run.
 */
export function codeOf(experiment: Experiment, { for: target, run, trace }: CodeOptions): string {
  if (isMethod(experiment.runs[run]?.optimizer ?? '')) return methodCode(experiment, run, target === 'notebook');
  const subject = subjectOf(experiment, run);
  const { library, sections } = writers[target === 'notebook' ? 'pytorch' : target];
  const introduction = introductionOf(subject, library.dialect, run, experiment.runs.length);
  const program = withPreamble(sections(subject, trace), library);
  return target === 'notebook' ? notebookOf(introduction, program) : fileOf(introduction, program);
}
