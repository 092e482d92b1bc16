import { indent } from '../python/lines';
import type { TensorDialect } from '../python/dialect';
import type { DataSubject } from '../subject/loss';
import type { Subject } from '../subject/subject';
import { microBatches, weightOf } from './batchLoss';
import { cast, type Formats } from './formats';
import { gradientArguments, readsUpdateLoss } from './gradient';
import type { Library } from './library';
import { readsTime } from './loss';
import { modifierLines } from './modifiers';

/*
 * The loss of an update and its gradient in a program that rounds as the page does: each sample's gradient in the format of the
 * model, their sum in float32, rounded once.
 */

/** The parameters as the model has them. */
const seen = (point: string, formats: Formats, dialect: TensorDialect): string =>
  formats.storesModel
    ? `stored(${point})`
    : formats.model === formats.rule
      ? point
      : cast[dialect](point, formats.model);

/** What the model gives back, as the rule has it; `sum` for what was added in float32. */
function returned(text: string, formats: Formats, dialect: TensorDialect, isSum: boolean): string {
  if (formats.storesModel) return `stored(${text})`;
  const rounded = isSum && formats.model !== 'float32' ? cast[dialect](text, formats.model) : text;
  return formats.model === formats.rule ? rounded : cast[dialect](rounded, formats.rule);
}

/** The gradient of an update at any point, with what modifiers do to it. */
export function roundedGradientLines(subject: Subject, library: Library, formats: Formats): string[] {
  const { loss, rule, modifiers } = subject;
  const { dialect } = library;
  const { before, body } =
    loss.kind === 'data' ? dataGradient(loss, library, formats) : functionGradient(subject, library, formats);
  return [
    ...before,
    `def gradient(${['p', ...gradientArguments(subject)].join(', ')}):`,
    `    """The gradient at p that an update is made from${loss.kind === 'data' ? ': over its samples' : ''}."""`,
    ...indent(body),
    ...(loss.kind === 'data'
      ? [`    g = ${returned('g', formats, dialect, true)}`].filter((line) => line !== '    g = g')
      : []),
    ...indent(modifiers.noise ? ['noise = noises[t - 1]'] : []),
    ...indent(modifierLines(rule, library, 'g')),
    '    return g',
  ];
}

interface GradientText {
  readonly before: readonly string[];
  readonly body: readonly string[];
}

function functionGradient(subject: Subject, { dialect }: Library, formats: Formats): GradientText {
  const { loss } = subject;
  const time = loss.kind === 'function' && readsTime(loss) ? ', t' : '';
  const back = (text: string) => returned(text, formats, dialect, false);
  const point = seen('p', formats, dialect);
  switch (dialect) {
    case 'torch': {
      const copy = point === 'p' ? 'p.detach().clone()' : seen('p.detach()', formats, dialect);
      return {
        before: [],
        body: [`point = ${copy}.requires_grad_()`, `loss_at(point${time}).backward()`, `g = ${back('point.grad')}`],
      };
    }
    case 'jax':
      return {
        before: ['slope = jax.grad(loss_at)  # without jax.jit, which may leave roundings out', '', ''],
        body: [`g = ${back(`slope(${point}${time})`)}`],
      };
    case 'keras':
      return {
        before: [],
        body: [
          `point = ops.convert_to_tensor(${point})`,
          'with tf.GradientTape() as tape:',
          '    tape.watch(point)',
          `    loss = loss_at(point${time})`,
          `g = ${back('tape.gradient(loss, point)')}`,
        ],
      };
  }
}

/** `slopes(p, rows)`: the gradient of every sample's loss, a row for each. */
function slopesLines({ dropout }: DataSubject, dialect: TensorDialect): string[] {
  const name = dropout ? 'training_losses' : 'sample_losses';
  const names = dropout ? 'rows, factors' : 'rows';
  const doc = '    """The gradient of every sample\'s loss at p, a row for each."""';
  const bodies: Readonly<Record<TensorDialect, readonly string[]>> = {
    torch: [
      `def slopes(p, ${names}):`,
      doc,
      '    points = p.detach().repeat(len(rows), 1).requires_grad_()',
      `    ${name}(points.T, ${names}).sum().backward()`,
      '    return points.grad',
    ],
    jax: [
      '@jax.grad  # without jax.jit, which may leave roundings out',
      `def slopes_of(points, ${names}):`,
      `    return ${name}(points.T, ${names}).sum()`,
      '',
      '',
      `def slopes(p, ${names}):`,
      doc,
      `    return slopes_of(jnp.tile(p, (len(rows), 1)), ${names})`,
    ],
    keras: [
      `def slopes(p, ${names}):`,
      doc,
      '    points = ops.tile(ops.reshape(p, (1, -1)), (len(rows), 1))',
      '    with tf.GradientTape() as tape:',
      '        tape.watch(points)',
      `        loss = ops.sum(${name}(ops.transpose(points), ${names}))`,
      '    return tape.gradient(loss, points)',
    ],
  };
  return [...bodies[dialect], '', ''];
}

interface SampleTexts {
  /** One row or number for each sample, in the format of the model; `args` are the samples and the factors of hidden units. */
  readonly ofSamples: (args: string) => string;
  /** Their sum or mean. */
  readonly total: (each: string, isSum: boolean) => string;
}

/** What the samples of a micro-batch add to an update, as Python: computed in the format of the model, added in float32. */
function addedInFloat32(
  loss: DataSubject,
  library: Library,
  formats: Formats,
  { ofSamples, total }: SampleTexts,
): { readonly loop: string | null; readonly one: string } {
  const { dialect } = library;
  const { loop, rows, factors } = microBatches(loss, library);
  const { isSum, divisor } = weightOf(loss);
  const args = [rows, ...(loss.dropout ? [factors] : [])].map((text) => cast[dialect](text, formats.model));
  const each = ofSamples(args.join(', '));
  const added = total(formats.model === 'float32' ? each : cast[dialect](each, 'float32'), isSum);
  return { loop, one: divisor === null ? added : `${added}/${divisor}` };
}

function dataGradient(loss: DataSubject, library: Library, formats: Formats): GradientText {
  const { dialect } = library;
  const { loop, one } = addedInFloat32(loss, library, formats, {
    ofSamples: (args) => `slopes(point, ${args})`,
    total: (slopes, isSum) => {
      const name = isSum ? 'sum' : 'mean';
      return dialect === 'keras' ? `ops.${name}(${slopes}, axis=0)` : `${slopes}.${name}(0)`;
    },
  });
  return {
    before: slopesLines(loss, dialect),
    body: [
      `point = ${seen('p', formats, dialect)}`,
      ...(loop === null ? [`g = ${one}`] : ['g = 0.0', loop, `    g = g + ${one}`]),
    ],
  };
}

/** The loss that `gradient` differentiates, where the rule reads it or its second derivatives; for `updateLossLines` and `curvatureLines`. */
export function roundedUpdateLossLines(subject: Subject, library: Library, formats: Formats): string[] {
  const { loss, rule } = subject;
  const { dialect, mean, sum } = library;
  if (!readsUpdateLoss(rule)) return [];
  const point = seen('p', formats, dialect);
  const head = [
    `def update_loss(${['p', ...gradientArguments(subject)].join(', ')}):`,
    `    """The loss at p that an update descends${loss.kind === 'data' ? ': over its samples' : ''}."""`,
  ];
  if (loss.kind === 'function') {
    const time = readsTime(loss) ? ', t' : '';
    return [...head, `    return ${returned(`loss_at(${point}${time})`, formats, dialect, false)}`];
  }
  const { loop, one } = addedInFloat32(loss, library, formats, {
    ofSamples: (args) => `${loss.dropout ? 'training_losses' : 'sample_losses'}(${point}, ${args})`,
    total: (losses, isSum) => (isSum ? sum : mean)(losses),
  });
  const result = (text: string) => `return ${returned(text, formats, dialect, true)}`;
  return [
    ...head,
    ...indent(loop === null ? [result(one)] : ['total = 0.0', loop, `    total = total + ${one}`, result('total')]),
  ];
}
