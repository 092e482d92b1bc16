import type { RunStyle } from '../../../plots/kit/types';
import type { Aids, HeardCurve, NumberTable } from '../summary';
import { milestones } from './milestones';
import { spanUntil, type WordedLine } from './spanUntil';

/** A line of a plot along the steps, with how it looks. */
export interface StyledLine extends WordedLine {
  readonly style?: RunStyle | undefined;
}

/** For every line its value at the step shown, and between which values it lies. */
export function lineSentences(lines: readonly WordedLine[], { t, write, moment }: Aids): string[] {
  return lines.flatMap((line) => {
    const span = spanUntil(line, moment.step, moment.hidesFuture);
    if (!span) return [];
    const { now, least, most } = span;
    const values = { now: write(now.value), least: write(least), most: write(most) };
    return [t('inWords.span', { label: line.label, step: now.step, ...values })];
  });
}

/** Digits of a number in a table. */
const DIGITS = 6;

/** The lines at steps 0, 1, 2, 5, 10, 20 … as far as they may be known; null where there is nothing to list. */
export function lineTable(
  lines: readonly StyledLine[],
  caption: string,
  { t, write, moment }: Aids,
): NumberTable | null {
  const last = Math.max(-1, ...lines.map(({ steps }) => steps[steps.length - 1] ?? -1));
  const listed = milestones(moment.hidesFuture ? Math.min(moment.step, last) : last, moment.step);
  const steps = new Set(lines.flatMap((line) => listed.flatMap((step) => recordedStep(line, step))));
  if (steps.size === 0) return null;
  const entries = lines.map((line) => new Map(Array.from(line.steps, (step, i) => [step, line.values[i] ?? NaN])));
  return {
    caption,
    corner: t('inWords.step'),
    columns: lines.map(({ label, style }) => ({ label, style })),
    rows: [...steps]
      .sort((a, b) => a - b)
      .map((step) => ({
        head: String(step),
        isCurrent: step === moment.step,
        cells: entries.map((values) => (values.has(step) ? write(values.get(step) ?? NaN, DIGITS) : '')),
      })),
  };
}

/** The last step at or before one at which a line has an entry: not every step of a long run is recorded. */
function recordedStep({ steps }: WordedLine, step: number): number[] {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle] ?? Infinity) <= step) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? [] : [steps[low - 1] ?? NaN];
}

/** The lines as far as they may be known, as curves. */
export const lineCurves = (
  lines: readonly WordedLine[],
  scale: 'log' | 'linear',
  { t, moment }: Aids,
): readonly HeardCurve[] =>
  lines.map(({ label, steps, values }) => {
    const known = moment.hidesFuture ? Array.from(steps).filter((step) => step <= moment.step).length : steps.length;
    return {
      label: t('inWords.curveOf', { label }),
      positions: Array.from(steps).slice(0, known),
      values: Array.from(values).slice(0, known),
      scale,
    };
  });
