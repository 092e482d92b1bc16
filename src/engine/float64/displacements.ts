import type { StepArrow } from '../../catalogue/types';
import { compileFunction, parseExpression } from '../../formula';
import type { Displacement, Inspection } from './types';

/** What is left of a step, in parts of it, that rounding explains. */
const ROUNDING = 1e-9;

/**
 * The displacements that a step is made of, from its quantities. What they leave of the step, where more than rounding
 * is left, is the last of them.
 */
export function displacementsOf(
  arrows: readonly StepArrow[],
  quantities: Pick<Inspection, 'step' | 'before' | 'lines' | 'hyper'>,
): Displacement[] {
  if (arrows.length === 0) return [];
  const named = namesOf(quantities);
  const names = [...named.keys()];
  const theta = named.get('theta_before') ?? [];
  const parts = arrows.map(({ kind, displacement }): Displacement => {
    const formula = compileFunction(parseExpression(displacement, names), names);
    const by = theta.map((_, i) =>
      formula([...named.values()].map((values) => (values.length > 1 ? values[i] : values[0]) ?? Number.NaN)),
    );
    return { kind, by };
  });
  const step = theta.map((from, i) => (named.get('theta')?.[i] ?? Number.NaN) - from);
  const left = step.map((whole, i) => parts.reduce((rest, { by }) => rest - (by[i] ?? 0), whole));
  const scale = Math.hypot(...step) + parts.reduce((sum, { by }) => sum + Math.hypot(...by), 0);
  const rest: Displacement[] = Math.hypot(...left) > ROUNDING * scale ? [{ kind: 'rest', by: left }] : [];
  return [...parts, ...rest].filter(({ by }) => by.some((x) => x !== 0));
}

/** Every name of the step: one number per parameter, or a single one. A later line hides an earlier one. */
function namesOf({
  step,
  before,
  lines,
  hyper,
}: Parameters<typeof displacementsOf>[1]): Map<string, readonly number[]> {
  return new Map<string, readonly number[]>([
    ...Object.entries(hyper).map(([name, value]) => [name, [value]] as const),
    ['t', [step]],
    ...before.map(({ name, values }) => [`${name}_before`, values] as const),
    ...lines.map(({ name, values }) => [name, values] as const),
  ]);
}
