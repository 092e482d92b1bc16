import { useCallback } from 'react';
import { useLocale } from 'use-intl';
import { facts } from '../../language';
import { proseNumber } from './proseNumber';

/** Writes a number, rounded to some significant digits, as sentences of the reader's language do. */
export function useProse(): (value: number, digits: number) => string {
  const locale = useLocale();
  return useCallback((value, digits) => proseNumber(value, digits, facts[locale].tag), [locale]);
}
