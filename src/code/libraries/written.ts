import { afterLines, hasFrozen, readsBefore } from '../parts/around';
import { curvatureLines } from '../parts/curvature';
import { gradientArguments, gradientLines, updateLossLines } from '../parts/gradient';
import type { Library } from '../parts/library';
import { epochOf, loopLines } from '../parts/loop';
import { matrixLines } from '../parts/matrices';
import { rateLines } from '../parts/rate';
import { writtenRule } from '../parts/rule';
import type { Section } from '../parts/section';
import { comment, statement } from '../python/lines';
import type { Subject } from '../subject/subject';
import { endingSection, problemSections } from './program';

/**
 * A program with the rule written out, from the catalogue's own text.
 * @param differs what the library has instead
 */
export function writtenSections(subject: Subject, library: Library, differs: string, trace: boolean): Section[] {
  const { schedule } = subject;
  const written = writtenRule(subject.rule, library, gradientArguments(subject), hasFrozen(subject));
  const rate = schedule && written.readsRate ? rateLines(schedule, epochOf(subject)) : null;
  const updateLoss = updateLossLines(subject, library);
  const curvature = curvatureLines(subject, library);
  const matrices = matrixLines(subject, library);
  const update = [
    ...(rate ? ['lr = rate_at(t - 1)'] : []),
    ...(readsBefore(subject) ? ['before = theta'] : []),
    ...written.lines,
    ...afterLines(subject, library, 'lr').flatMap((text) => statement('theta = ', text)),
  ];
  return [
    ...problemSections(subject, library, library.tensor),
    { title: 'The gradient', lines: gradientLines(subject, library) },
    ...(updateLoss.length > 0 ? [{ title: 'The loss of an update', lines: updateLoss }] : []),
    ...(curvature.length > 0 ? [{ title: 'The second derivatives', lines: curvature }] : []),
    ...(matrices.length > 0 ? [{ title: 'Functions of matrices', lines: matrices }] : []),
    ...(rate ? [{ title: 'The learning rate', lines: rate }] : []),
    {
      title: `The rule: ${subject.optimizer}`,
      lines: [...comment(differs), ...written.settings, ...written.states],
    },
    { title: 'The run', lines: loopLines(subject, library, { update, theta: 'theta' }) },
    endingSection(subject, library, trace),
  ];
}
