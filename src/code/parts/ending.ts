import { numberText } from '../python/lines';
import { lossName } from '../python/names';
import type { RunSubject } from '../subject/run';
import type { Library } from './library';

/** Prints the rows as one line of JSON; a number that is not finite becomes null. */
export const traceLines = ['print(json.dumps([[x if math.isfinite(x) else None for x in row] for row in rows]))'];

/** Says where the run ended, and plots the loss over what `axis` names and, for a function of two parameters, the path over the contours of the loss. */
export function plotLines(subject: RunSubject, library: Library, axis: string): string[] {
  const hasPath = subject.loss.kind === 'function' && subject.parameters.length === 2;
  return [
    `print(f"after {len(losses) - 1} ${axis}s: loss {losses[-1]:.6g} at {rows[-1]}")`,
    ...(hasPath
      ? ['figure, (plane, curve) = plt.subplots(1, 2, figsize=(11, 4.5))', ...pathLines(subject, library)]
      : ['figure, curve = plt.subplots()']),
    'curve.plot(losses)',
    'if min(losses) > 0:',
    '    curve.set_yscale("log")',
    `curve.set_xlabel("${axis}")`,
    'curve.set_ylabel("loss")',
    'plt.show()',
  ];
}

function pathLines({ parameters, ranges, loss }: RunSubject, { dialect, stack, tensor }: Library): string[] {
  const [across = [-1, 1], up = [-1, 1]] = ranges;
  const shown = loss.kind === 'function' && loss.objective ? 'objective_at' : 'loss_at';
  const line = (range: readonly [number, number]) => `${numberText(range[0])}, ${numberText(range[1])}`;
  const grid = {
    torch: ['across, up = torch.meshgrid(xs, ys, indexing="xy")'],
    jax: ['across, up = jnp.meshgrid(xs, ys)'],
    keras: ['across, up = ops.meshgrid(xs, ys)'],
  }[dialect];
  const spaced = {
    torch: (range: readonly [number, number]) => `torch.linspace(${line(range)}, 200, dtype=torch.float64)`,
    jax: (range: readonly [number, number]) => `jnp.linspace(${line(range)}, 200)`,
    keras: (range: readonly [number, number]) =>
      tensor(`[${numberText(range[0])} + ${numberText(range[1] - range[0])}*i/199 for i in range(200)]`),
  }[dialect];
  return [
    `xs, ys = ${spaced(across)}, ${spaced(up)}`,
    ...grid,
    `plane.contour(xs, ys, ${shown}(${stack('across, up')}), levels=30)`,
    'plane.plot(*zip(*rows), ".-")',
    `plane.set_xlim(${line(across)})`,
    `plane.set_ylim(${line(up)})`,
    `plane.set_xlabel("${lossName(parameters[0] ?? '')}")`,
    `plane.set_ylabel("${lossName(parameters[1] ?? '')}")`,
  ];
}
