import { formatNumber } from '../../plots';

/**
 * A number in a sentence or a table, with the decimal sign and the digits of a language: the mantissa of `formatNumber`, whose
 * minus sign and power of ten are the same everywhere. Axes, fields and formulas keep the notation of the formula language.
 * @param locale a BCP 47 tag, such as `fr`
 */
export function proseNumber(value: number, digits: number, locale: string): string {
  return formatNumber(value, digits).replace(/\d+(?:\.(\d+))?/, (mantissa, decimals: string | undefined) =>
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals?.length ?? 0,
      maximumFractionDigits: decimals?.length ?? 0,
      useGrouping: false,
    }).format(Number(mantissa)),
  );
}
