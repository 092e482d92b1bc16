import { indent } from '../python/lines';
import type { Library } from './library';

/*
 * The full loss of a problem with its derivatives, as functions of numpy arrays: what classical methods are written over.
 */

/** `loss_at(theta)` of a data problem, in the library's own tensors: the mean over all samples. */
export const meanLossLines = ({ mean }: Library): string[] => [
  'def loss_at(theta):',
  '    """The mean of the losses of all samples."""',
  `    return ${mean('sample_losses(theta, samples)')}`,
];

/** A function in a library: its body, and a statement before it. */
interface FunctionText {
  readonly before?: string;
  readonly body: readonly string[];
}

type Derivative = 'value' | 'gradient' | 'hessian';

const docs: Readonly<Record<Derivative, string>> = {
  value: 'The loss at x.',
  gradient: 'The gradient of the loss at x.',
  hessian: 'The Hessian of the loss at x.',
};

const texts: Readonly<Record<Library['dialect'], Readonly<Record<Derivative, FunctionText>>>> = {
  torch: {
    value: { body: ['return loss_at(torch.from_numpy(x)).item()'] },
    gradient: {
      body: ['point = torch.tensor(x, requires_grad=True)', 'loss_at(point).backward()', 'return point.grad.numpy()'],
    },
    hessian: { body: ['return torch.autograd.functional.hessian(loss_at, torch.from_numpy(x)).numpy()'] },
  },
  jax: {
    value: { before: 'fast_loss = jax.jit(loss_at)', body: ['return float(fast_loss(jnp.array(x)))'] },
    gradient: { before: 'slope = jax.jit(jax.grad(loss_at))', body: ['return np.array(slope(jnp.array(x)))'] },
    hessian: {
      before: 'curvature = jax.jit(jax.hessian(loss_at))',
      body: ['return np.array(curvature(jnp.array(x)))'],
    },
  },
  keras: {
    value: { body: ['return float(loss_at(ops.convert_to_tensor(x)))'] },
    gradient: {
      body: [
        'point = ops.convert_to_tensor(x)',
        'with tf.GradientTape() as tape:',
        '    tape.watch(point)',
        '    loss = loss_at(point)',
        'return ops.convert_to_numpy(tape.gradient(loss, point))',
      ],
    },
    hessian: {
      body: [
        'point = ops.convert_to_tensor(x)',
        'with tf.GradientTape() as outer:',
        '    outer.watch(point)',
        '    with tf.GradientTape() as inner:',
        '        inner.watch(point)',
        '        loss = loss_at(point)',
        '    slope = inner.gradient(loss, point)',
        'rows = outer.jacobian(slope, point, unconnected_gradients=tf.UnconnectedGradients.ZERO)',
        'return ops.convert_to_numpy(rows)',
      ],
    },
  },
};

/** `value(x)`, `gradient(x)` and `hessian(x)`, those that the program calls, as Python. */
export function objectiveLines({ dialect }: Library, calls: (name: string) => boolean): string[] {
  const names = (['value', 'gradient', 'hessian'] as const).filter(calls);
  return names.flatMap((name, i) => {
    const { before, body } = texts[dialect][name];
    return [
      ...(i === 0 ? [] : ['', '']),
      ...(before === undefined ? [] : [before, '', '']),
      `def ${name}(x):`,
      `    """${docs[name]}"""`,
      ...indent(body),
    ];
  });
}
