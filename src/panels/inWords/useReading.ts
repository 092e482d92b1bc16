import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useOutcomeMessage } from '../shared/messages';
import { useProse } from '../shared/useProse';
import type { Aids, Reading } from './reading';
import { readPlot, type PlotName, type Shows } from './readings';
import { useMoment } from './useMoment';
import { useSettled } from '../shared/useSettled';

/** Digits of a number in a sentence. */
const DIGITS = 4;

/**
 * A plot's reading, made again only when what it shows has changed and rested.
 * @param shows the same object as long as it shows the same
 */
export function useReading<Name extends PlotName>(of: Name, shows: Shows[Name]): Reading {
  const aids = useAids();
  const settled = useSettled(shows);
  return useMemo(() => readPlot(of, settled, aids), [of, settled, aids]);
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
