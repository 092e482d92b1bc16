import { afterLines, readsBefore } from '../parts/around';
import { gradientArguments, gradientLines } from '../parts/gradient';
import { jaxLibrary as jax } from '../parts/library';
import { epochOf, loopLines } from '../parts/loop';
import { rateLines } from '../parts/rate';
import type { Section } from '../parts/section';
import { numberText, statement } from '../python/lines';
import type { Subject } from '../subject/subject';
import { callText, classFor, type ChainedRule, type SameRule } from './classes';
import { optaxOptimizers } from './optaxOptimizers';
import { optaxScheduleLines } from './optaxSchedules';
import { endingSection, problemSections } from './program';
import { writtenSections } from './written';

/** A run as a program for JAX with optax, in sections. */
export function optaxSections(subject: Subject, trace: boolean): Section[] {
  const found = classFor(optaxOptimizers, subject);
  return 'differs' in found ? writtenSections(subject, jax, found.differs, trace) : withOptax(subject, found, trace);
}

function withOptax(subject: Subject, found: SameRule | ChainedRule, trace: boolean): Section[] {
  const { schedule, rule } = subject;
  const constant = numberText(rule.hyper.lr ?? Number.NaN);
  const rate = schedule && (optaxScheduleLines(subject) ?? rateLines(schedule, epochOf(subject), 'jax'));
  const update = [
    ...(readsBefore(subject) ? ['before = theta'] : []),
    `g = gradient(${['theta', ...gradientArguments(subject)].join(', ')})`,
    'change, state = optimizer.update(g, state, theta)',
    'theta = optax.apply_updates(theta, change)',
    ...afterLines(subject, jax, schedule ? 'rate_at(t - 1)' : constant).flatMap((text) => statement('theta = ', text)),
  ];
  return [
    ...problemSections(subject, jax, jax.tensor),
    { title: 'The gradient', lines: gradientLines(subject, jax) },
    ...(rate ? [{ title: 'The learning rate', lines: rate }] : []),
    {
      title: `The optimizer: ${subject.optimizer}`,
      lines: [
        ...statement('optimizer = ', optimizerText(subject, found, schedule ? 'rate_at' : constant)),
        'state = optimizer.init(theta)',
      ],
    },
    { title: 'The run', lines: loopLines(subject, jax, { update, theta: 'theta' }) },
    endingSection(subject, jax, trace),
  ];
}

function optimizerText({ rule }: Subject, found: SameRule | ChainedRule, rate: string): string {
  const parts =
    'parts' in found
      ? found.parts(rule.hyper, rate)
      : [...(found.before?.(rule.hyper) ?? []), callText(found, rate, rule)];
  return parts.length === 1 ? parts.join('') : `optax.chain(${parts.join(', ')})`;
}
