import { useTranslations } from 'use-intl';
import { hyperDomain } from '../../../catalogue';
import { parametersOf } from '../../../experiment';
import type { AxisTarget, Experiment, Run } from '../../../experiment/core/types';
import { usePreference } from '../../../workbench/stores/preferences';
import { settingsOf } from '../../../workbench/requests/problem';
import { symbolText } from '../../controls/symbols';
import { inLanguage } from '../../../language';

/** A setting of a sweep, as it is called. */
export interface AxisName {
  readonly title: string;
  /** Its letter in formulas, where that can be written without a typesetter. */
  readonly symbol?: string;
}

const subscripts = '₀₁₂₃₄₅₆₇₈₉';

/** η, β₁: a letter with at most a digit below it. */
function letterOf(tex: string): string | null {
  const text = symbolText(tex);
  if (!text || text.above !== undefined) return null;
  const below = text.below === undefined ? '' : subscripts[Number(text.below)];
  return below === undefined ? null : text.letter + below;
}

/** How the settings of a run that a sweep can vary are called in the reader's language. */
export function useAxisNames(experiment: Experiment, run: Run): (target: AxisTarget) => AxisName {
  const t = useTranslations();
  const language = usePreference((state) => state.language);
  return (target) => {
    if (target.kind === 'start')
      return { title: t('sweep.startOf', { name: parametersOf(experiment.problem)[target.index] ?? '' }) };
    const { name } = target;
    if (target.kind === 'constant')
      return { title: inLanguage(settingsOf(experiment.problem).settings[name]?.name, language) ?? name };
    const domain = hyperDomain(name, run.optimizer);
    const symbol = letterOf(domain.symbol);
    const title = inLanguage(domain.name, language);
    return symbol === null || title.includes(symbol) ? { title } : { title, symbol };
  };
}
