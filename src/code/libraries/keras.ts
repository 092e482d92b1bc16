import { afterLines, readsBefore } from '../parts/around';
import { gradientArguments, gradientLines } from '../parts/gradient';
import { kerasLibrary as keras } from '../parts/library';
import { epochOf, loopLines } from '../parts/loop';
import { rateLines } from '../parts/rate';
import type { Section } from '../parts/section';
import { numberText, statement } from '../python/lines';
import type { Subject } from '../subject/subject';
import { callText, classFor, type SameRule } from './classes';
import { kerasOptimizers } from './kerasOptimizers';
import { kerasSchedule } from './kerasSchedules';
import { endingSection, problemSections } from './program';
import { writtenSections } from './written';

/** A run as a program for Keras, in sections. */
export function kerasSections(subject: Subject, trace: boolean): Section[] {
  const found = classFor(kerasOptimizers, subject);
  return 'differs' in found ? writtenSections(subject, keras, found.differs, trace) : withKeras(subject, found, trace);
}

function withKeras(subject: Subject, found: SameRule, trace: boolean): Section[] {
  const { schedule, rule, modifiers } = subject;
  const constant = numberText(rule.hyper.lr ?? Number.NaN);
  // Decoupled decay needs the rate of this update, which a schedule of Keras no longer tells after it.
  const own = modifiers.decay === undefined ? kerasSchedule(subject) : null;
  const rate = schedule && own === null ? rateLines(schedule, epochOf(subject)) : null;
  const gradient = `gradient(${['theta', ...gradientArguments(subject)].join(', ')})`;
  const penalty = found.penalized && rule.hyper.weightDecay ? ` + ${numberText(rule.hyper.weightDecay)}*theta` : '';
  const update = [
    ...(readsBefore(subject) ? ['before = ops.copy(theta)'] : []),
    ...(rate ? ['optimizer.learning_rate = rate_at(t - 1)'] : []),
    `optimizer.apply([${gradient}${penalty}], [theta])`,
    ...afterLines(subject, keras, rate ? 'rate_at(t - 1)' : constant).flatMap((text) =>
      statement('', `theta.assign(${text})`),
    ),
  ];
  return [
    ...problemSections(subject, keras, (list) => `keras.Variable(${list}, dtype="float64")`),
    { title: 'The gradient', lines: gradientLines(subject, keras) },
    ...(rate ? [{ title: 'The learning rate', lines: rate }] : []),
    {
      title: `The optimizer: ${subject.optimizer}`,
      lines: statement('optimizer = ', callText(found, own ?? constant, rule)),
    },
    { title: 'The run', lines: loopLines(subject, keras, { update, theta: 'theta' }) },
    endingSection(subject, keras, trace),
  ];
}
