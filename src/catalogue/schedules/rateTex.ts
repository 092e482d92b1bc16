import { parseExpression } from '../../formula';
import { defaultSymbol } from '../../formula/symbols';
import { expressionTex, type TexOptions } from '../../formula/tex';
import { rateText, WARMUP, warmupArguments } from './rate';
import type { RateSchedule, ScheduleChoice } from './types';

interface RateTexOptions extends Pick<TexOptions, 'otherwise'> {
  /** The number of the update, from 0. Beside a rule, whose t is from 1, it needs another letter. */
  readonly count?: string;
}

/** The rate as mathematics, `\eta_t = ...`, with the symbols of its arguments. */
export function rateTex(
  schedule: RateSchedule,
  choice: ScheduleChoice,
  updates: number,
  { otherwise, count = 't' }: RateTexOptions = {},
): string {
  if (schedule.tex) return schedule.tex({ count, otherwise: otherwise ?? 'otherwise' });
  const symbols = new Map([
    ['lr', '\\eta'],
    ['t', count],
    ['epoch', '\\mathrm{epoch}'],
    ...Object.entries(schedule.args).map(([name, { symbol }]) => [name, symbol] as const),
    ...Object.entries(WARMUP).map(
      ([field, name]) => [name, warmupArguments[field as keyof typeof WARMUP].symbol] as const,
    ),
  ]);
  const text = parseExpression(rateText(schedule, choice, updates));
  const symbol = (name: string) => symbols.get(name) ?? defaultSymbol(name);
  return `\\eta_${count} = ${expressionTex(text, { symbol, ...(otherwise !== undefined && { otherwise }) })}`;
}
