import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { View } from '../../engine/view/types';
import { formatNumber } from '../kit/geometry/numbers';
import type { AxesProps } from '../kit/parts/Axes';

/** Up to this many held parameters are named with their values; if there are more, only their number is given. */
const NAMED = 3;

interface AxisWords {
  readonly xName: string;
  /** The loss, if the view has only one axis. */
  readonly yName: string;
  /** What the axes do not show: the held parameters and their values, or the run whose principal plane it is. */
  readonly note: string;
}

/**
 * The names of a view's axes and the note on the plot; `run` names the run at whose point the other parameters are
 * held, or whose principal plane it is.
 */
export function useAxisWords(view: View, parameters: readonly string[], run: string): AxisWords {
  const t = useTranslations('plots');
  return useMemo(() => {
    const { kind, axes, held } = view;
    const percent = (share: number) => formatNumber(100 * share, 4);
    const [xName = '', yName = t('loss')] = axes.map((axis, k) =>
      typeof axis === 'number'
        ? (parameters[axis] ?? '')
        : t('direction', { number: k + 1, share: percent(axis.share) }),
    );
    const shares = axes.map((axis) => (typeof axis === 'number' ? 0 : axis.share));
    const others = parameters.flatMap((name, i) =>
      axes.some((axis) => axis === i) ? [] : [{ name, value: formatNumber(held[i] ?? NaN, 4) }],
    );
    const note =
      kind === 'principal'
        ? t('plane', { run, share: percent(shares.reduce((sum, share) => sum + share, 0)) })
        : others.length > NAMED
          ? t('othersHeld', { count: others.length, run })
          : others.map((other) => t('held', other)).join(' · ');
    return { xName, yName, note };
  }, [view, parameters, run, t]);
}

/** Which axis titles are set as mathematics: names of parameters are; the loss and principal directions are words. */
export const titlesOf = ({ kind }: View): Pick<AxesProps, 'mathematics' | 'titles'> =>
  kind === 'principal' ? { titles: 'long' } : { mathematics: kind === 'curve' ? 'x' : 'both' };
