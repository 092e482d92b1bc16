import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useOutcomeMessage } from '../shared/messages';
import { useProse } from '../shared/useProse';
import type { Aids, Summary } from './summary';
import { summarizePlot, type PlotName, type Shows } from './summaries';
import { useMoment } from './useMoment';
import { useSettled } from '../shared/useSettled';

/** Digits of a number in a sentence. */
const DIGITS = 4;

/**
 * A plot's summary, made again only when what it shows has changed and rested.
 * @param shows the same object as long as it shows the same
 */
export function useSummary<Name extends PlotName>(of: Name, shows: Shows[Name]): Summary {
  const aids = useAids();
  const settled = useSettled(shows);
  return useMemo(() => summarizePlot(of, settled, aids), [of, settled, aids]);
}

function useAids(): Aids {
  const t = useTranslations();
  const write = useProse();
  const moment = useMoment();
  const outcomeOf = useOutcomeMessage();
  return useMemo(
    () => ({ t, moment, outcomeOf, write: (value, digits = DIGITS) => write(value, digits) }),
    [t, moment, outcomeOf, write],
  );
}
