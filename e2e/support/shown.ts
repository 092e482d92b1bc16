const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The number that the page shows as a text: with a true minus sign, commas between thousands, and powers of ten in superscripts. */
export function shownNumber(text: string): number {
  const power = (digits: string) =>
    [...digits].map((digit) => (digit === '⁻' ? '-' : superscripts.indexOf(digit))).join('');
  return Number(
    text
      .trim()
      .replaceAll('−', '-')
      .replace(/(?<=\d),(?=\d{3})/g, '')
      .replace(/^10(?=[⁻⁰¹²³⁴⁵⁶⁷⁸⁹])/, '1×10')
      .replace(/×10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)$/, (_, digits: string) => `e${power(digits)}`),
  );
}
