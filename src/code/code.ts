import { isMethod } from '../catalogue';
import type { Experiment } from '../experiment/core/types';
import { kerasSections } from './libraries/keras';
import { methodSections } from './libraries/method';
import { optaxSections } from './libraries/optax';
import { pytorchSections } from './libraries/pytorch';
import { roundedSections } from './libraries/rounded';
import { formatsOf, isRounded, ruleLibrary } from './parts/formats';
import { jaxLibrary, kerasLibrary, torchLibrary, type Library } from './parts/library';
import { withPreamble } from './libraries/program';
import type { Section } from './parts/section';
import { fileOf, introductionOf, methodIntroduction, notebookOf, type Introduction } from './files';
import { methodSubject } from './subject/method';
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

/** One run of an experiment as a program, or as a notebook (nbformat 4.5). Throws RangeError if there is no such run. */
export function codeOf(experiment: Experiment, { for: target, run, trace }: CodeOptions): string {
  const isNotebook = target === 'notebook';
  const writer = writers[isNotebook ? 'pytorch' : target];
  const { introduction, sections, library } = isMethod(experiment.runs[run]?.optimizer ?? '')
    ? methodProgram(experiment, run, writer.library, trace)
    : ruleProgram(experiment, run, writer, trace);
  const program = withPreamble(sections, library);
  return isNotebook ? notebookOf(introduction, program) : fileOf(introduction, program);
}

/** A program without what its sections call. */
interface Draft {
  readonly introduction: Introduction;
  readonly sections: Section[];
  /** What the small functions that they call are written for. */
  readonly library: Library;
}

function ruleProgram(experiment: Experiment, run: number, writer: (typeof writers)['pytorch'], trace: boolean): Draft {
  const subject = subjectOf(experiment, run);
  const { library, sections } = writer;
  const { precision } = subject;
  const introduction = introductionOf(subject, run, experiment.runs.length);
  if (!isRounded(precision)) return { introduction, sections: sections(subject, trace), library };
  return {
    introduction,
    sections: roundedSections(subject, precision, library, trace),
    library: ruleLibrary(library.dialect, formatsOf(precision).rule),
  };
}

function methodProgram(experiment: Experiment, run: number, library: Library, trace: boolean): Draft {
  const subject = methodSubject(experiment, run);
  return {
    introduction: methodIntroduction(subject, run, experiment.runs.length),
    sections: methodSections(subject, library, trace),
    library,
  };
}
