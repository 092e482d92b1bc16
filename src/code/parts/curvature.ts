import { where } from '../python/dialect';
import { indent, statement } from '../python/lines';
import type { Subject } from '../subject/subject';
import { hasFrozen } from './around';
import { eliminationLines } from './elimination';
import { gradientArguments, readsSpecial } from './gradient';
import type { Library } from './library';
import { modifiedVector, modifierLines } from './modifiers';

/**
 * The second derivatives of the loss of an update at any point, as Python, with what modifiers do to them: `hessian_product(p, v)`,
 * `hessian_solution(p, v)` and `hessian_diagonal(p)`, those that the rule reads.
 */
export function curvatureLines(subject: Subject, library: Library): string[] {
  const { rule } = subject;
  const parts = [
    readsSpecial(rule, 'hvp', 'solve_hessian') ? productLines(subject, library) : [],
    readsSpecial(rule, 'solve_hessian') ? solutionLines(subject, library) : [],
    readsSpecial(rule, 'diag_hessian') ? diagonalLines(subject, library) : [],
  ].filter((lines) => lines.length > 0);
  return parts.flatMap((lines, i) => (i === 0 ? lines : ['', '', ...lines]));
}

/** Python for the loss of an update as a function of the point alone. */
const lossOf = (subject: Subject): string =>
  `lambda q: update_loss(${['q', ...gradientArguments(subject)].join(', ')})`;

function productLines(subject: Subject, library: Library): string[] {
  const vector = modifiedVector(subject.rule, library);
  const bodies: Record<Library['dialect'], () => string[]> = {
    torch: () => statement('h = ', `torch.autograd.functional.vhp(${lossOf(subject)}, p, ${vector})[1]`),
    jax: () => statement('h = ', `jax.jvp(jax.grad(${lossOf(subject)}), (p,), (${vector},))[1]`),
    keras: () => [
      // The vector may be the point itself, which the tapes watch.
      `direction = ops.stop_gradient(${vector})`,
      ...nestedTapes(subject, 'slope = ops.sum(inner.gradient(loss, p)*direction)'),
      'h = outer.gradient(slope, p, unconnected_gradients=tf.UnconnectedGradients.ZERO)',
    ],
  };
  return [
    `def hessian_product(${['p', 'v', ...gradientArguments(subject)].join(', ')}):`,
    '    """The Hessian at p of the loss that an update descends, times v."""',
    ...indent([...bodies[library.dialect](), ...modifierLines(subject.rule, library, 'h'), 'return h']),
  ];
}

/** Where parameters are frozen, the Hessian has the identity in the place of their rows and columns of zeros. */
function solutionLines(subject: Subject, library: Library): string[] {
  const size = subject.parameters.length;
  const { dialect, numbers } = library;
  const type = (float64: string) => (numbers ? 'p.dtype' : float64);
  const eyes: Record<Library['dialect'], string> = {
    // torch 1.13 makes none of bfloat16.
    torch: numbers ? `torch.eye(${size}).to(p.dtype)` : `torch.eye(${size}, dtype=torch.float64)`,
    jax: `jnp.eye(${size}, dtype=${type('jnp.float64')})`,
    keras: `ops.eye(${size}, dtype=${type('"float64"')})`,
  };
  const product = `hessian_product(${['p', 'unit', ...gradientArguments(subject)].join(', ')})`;
  return [
    ...(numbers ? [...eliminationLines(library), '', ''] : []),
    `def hessian_solution(${['p', 'v', ...gradientArguments(subject)].join(', ')}):`,
    '    """The vector whose product with the Hessian at p is v."""',
    ...indent([
      `units = ${eyes[dialect]}`,
      ...statement('h = ', library.stack(`${product} for unit in units`)),
      ...(hasFrozen(subject) ? [`h = ${where[dialect]('free', 'h', 'units')}`] : []),
      numbers ? 'return eliminated(h, v)' : 'return solved(h, v)',
    ]),
  ];
}

function diagonalLines(subject: Subject, library: Library): string[] {
  const bodies: Record<Library['dialect'], () => string[]> = {
    torch: () => statement('h = ', `torch.autograd.functional.hessian(${lossOf(subject)}, p).diagonal()`),
    jax: () => statement('h = ', `jnp.diagonal(jax.hessian(${lossOf(subject)})(p))`),
    keras: () => [
      ...nestedTapes(subject, 'slope = inner.gradient(loss, p)'),
      'h = ops.diagonal(outer.jacobian(slope, p, unconnected_gradients=tf.UnconnectedGradients.ZERO))',
    ],
  };
  const one = { text: '1', kind: 'number' } as const;
  return [
    `def hessian_diagonal(${['p', ...gradientArguments(subject)].join(', ')}):`,
    '    """The diagonal of the Hessian at p of the loss that an update descends."""',
    ...indent([...bodies[library.dialect](), ...modifierLines(subject.rule, library, 'h', one), 'return h']),
  ];
}

const nestedTapes = (subject: Subject, slope: string): string[] => [
  'p = ops.convert_to_tensor(p)',
  'with tf.GradientTape() as outer:',
  '    outer.watch(p)',
  '    with tf.GradientTape() as inner:',
  '        inner.watch(p)',
  `        loss = update_loss(${['p', ...gradientArguments(subject)].join(', ')})`,
  `    ${slope}`,
];
