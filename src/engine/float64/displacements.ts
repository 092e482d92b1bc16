import type { StepArrow } from '../../catalogue/types';
import { compileFunction, parseExpression } from '../../formula';
import type { Displacement, Inspection } from './types';

/** Largest remainder of a step that rounding explains, relative to the step. */
const ROUNDING = 1e-9;

/**
 * The displacements that add up to a step. If they do not, the last of them is the remainder, unless it is rounding.
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

/** Every name that a displacement may read: one number per parameter, or a single one. A later line hides an earlier one. */
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
