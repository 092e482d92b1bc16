import { afterLines, aroundLines, hasFrozen, readsBefore } from '../parts/around';
import { curvatureLines } from '../parts/curvature';
import { cast, formatsOf, modelLibrary, ruleLibrary, typeOf, type Formats } from '../parts/formats';
import { gradientArguments } from '../parts/gradient';
import type { Library } from '../parts/library';
import { epochOf, loopLines } from '../parts/loop';
import { matrixLines } from '../parts/matrices';
import { orderLines } from '../parts/order';
import { rateLines } from '../parts/rate';
import { roundedGradientLines, roundedUpdateLossLines } from '../parts/rounded';
import { writtenRule } from '../parts/rule';
import type { Section } from '../parts/section';
import { comment, statement } from '../python/lines';
import { ruleName } from '../python/names';
import type { RunPrecision } from '../../experiment/core/types';
import type { TensorDialect } from '../python/dialect';
import type { Subject } from '../subject/subject';
import { dataSection, endingSection, lossSection, startSection } from './program';

/**
 * A run with a precision of its own as a program, in sections: the rule is written out, one operation after the other, and what is
 * rounded is what the page rounds.
 */
export function roundedSections(subject: Subject, precision: RunPrecision, plain: Library, trace: boolean): Section[] {
  const { dialect } = plain;
  const formats = formatsOf(precision);
  const library = ruleLibrary(dialect, formats.rule);
  const { schedule, loss, rule } = subject;
  const written = writtenRule(rule, library, gradientArguments(subject), hasFrozen(subject));
  const rate = schedule && written.readsRate ? rateLines(schedule, epochOf(subject)) : null;
  const parts = [
    { title: 'The gradient', lines: roundedGradientLines(subject, library, formats) },
    { title: 'The loss of an update', lines: roundedUpdateLossLines(subject, library, formats) },
    { title: 'The second derivatives', lines: curvatureLines(subject, library) },
    { title: 'Functions of matrices', lines: matrixLines(subject, library) },
    { title: 'The learning rate', lines: rate ?? [] },
  ];
  const tensors = rule.states.filter(({ isTensor }) => isTensor);
  const kept = (names: readonly string[]) =>
    formats.storesRule ? names.map((name) => `${name} = stored(${name})`) : [];
  const update = [
    ...(rate ? ['lr = rate_at(t - 1)'] : []),
    ...(readsBefore(subject) ? ['before = theta'] : []),
    ...written.lines,
    ...afterLines(subject, library, 'lr').flatMap((text) => statement('theta = ', text)),
    ...kept(['theta', ...tensors.map(({ name }) => ruleName(name))]),
  ];
  const start = (list: string) => (formats.storesRule ? `stored(${library.tensor(list)})` : library.tensor(list));
  return [
    ...(formats.storesModel ? [storedSection(formats, dialect)] : []),
    ...dataSection(subject, plain),
    ...(loss.kind === 'data' && !loss.isWhole
      ? [{ title: 'The samples of each update', lines: orderLines(subject, loss) }]
      : []),
    lossSection(subject, modelLibrary(dialect, formats.model)),
    startSection(subject, start, aroundLines(subject, library)),
    ...parts.filter(({ lines }) => lines.length > 0),
    {
      title: `The rule: ${subject.optimizer}`,
      lines: [
        ...comment(differs(formats, dialect)),
        ...written.settings,
        ...written.states,
        ...kept(tensors.filter(({ initial }) => initial !== 0).map(({ name }) => ruleName(name))),
      ],
    },
    {
      title: 'The run',
      lines: loopLines(subject, plain, { update, theta: cast[dialect]('theta', 'float64') }),
    },
    endingSection(subject, plain, trace),
  ];
}

/** `stored(x)`, for programs that compute in float32 and keep fewer bits. */
function storedSection({ format }: Formats, dialect: TensorDialect): Section {
  return {
    title: 'What is stored',
    lines: [
      'def stored(x):',
      `    """x rounded to ${format}, in float32, in which all is computed."""`,
      `    return ${cast[dialect](cast[dialect]('x', format), 'float32')}`,
    ],
  };
}

/** What the library's own classes do otherwise. */
function differs({ format, rule }: Formats, dialect: TensorDialect): string {
  const type = typeOf[dialect](format);
  if (dialect === 'jax')
    return `optax on arrays of ${type} rounds as its update is compiled: jax.jit may leave out roundings between operations. Nothing is compiled here.`;
  if (dialect === 'keras')
    return format === 'bfloat16' || format === 'float16'
      ? `keras.mixed_precision with "mixed_${format}" keeps variables, gradients and updates in float32 and computes the layers alone in ${format}. Here all is rounded that the page rounds.`
      : 'A class of Keras would combine some of these operations. Here each one is rounded.';
  const classes =
    'The classes of torch.optim combine several operations and round once for all of them; here each one is rounded.';
  return rule !== format
    ? `${classes} torch.autocast differs too: it keeps weights and gradients in float32, and rounds within some operations.`
    : classes;
}
