/**
 * A part of the report as data: the table in results.md and the entry in results.json are both made of it.
 */

/** @typedef {import('./measure.mjs').Spread} Spread */

/** A cell: a number, a median with its quartiles, several of them, or words. @typedef {number | Spread | readonly (number | Spread)[] | string} Figure */

/**
 * A column of the table. `show` says how its numbers are written: three digits by default, a whole number, or an error's power of ten.
 * @typedef {{ key: string, label: string, show?: 'count' | 'error' }} Column
 */

/** A row: what was measured, and a figure for each column by its key. @typedef {{ name: string, figures: Readonly<Record<string, Figure>> }} Row */

/**
 * What a figure must reach, by its median where it has a spread: at least, at most, or less than this.
 * @typedef {{ of: string, figure: number | Spread, unit: string } & ({ atLeast: number } | { atMost: number } | { below: number })} Bar
 */

/**
 * Paragraphs before the table, after it, and after the verdicts on the bars.
 * @typedef {object} Section
 * @property {string} title
 * @property {string} before
 * @property {readonly Column[]} columns
 * @property {readonly Row[]} rows
 * @property {string} [after]
 * @property {readonly Bar[]} bars
 * @property {readonly string[]} [notes]
 */

/** @param {number} value with three digits that mean something */
export const number = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** @param {Spread} spread */
const spreadText = ({ median, low, high }) => `${number(median)} (${number(low)} to ${number(high)})`;

/** @param {Figure} figure @param {Column['show']} [show] @returns {string} */
const figureText = (figure, show) => {
  if (typeof figure === 'string') return figure;
  if (typeof figure === 'number') {
    if (show === 'count') return figure.toLocaleString('en');
    return show === 'error' ? figure.toExponential(0) : number(figure);
  }
  return 'median' in figure ? spreadText(figure) : figure.map((part) => figureText(part, show)).join(', ');
};

/** @param {Bar} bar */
export const isMet = (bar) => {
  const value = typeof bar.figure === 'number' ? bar.figure : bar.figure.median;
  if ('atLeast' in bar) return value >= bar.atLeast;
  return 'atMost' in bar ? value <= bar.atMost : value < bar.below;
};

/** @param {Bar} bar */
const wanted = (bar) => {
  if ('atLeast' in bar) return `at least ${bar.atLeast}`;
  return 'atMost' in bar ? `at most ${bar.atMost}` : `less than ${bar.below}`;
};

/** @param {Bar} bar */
const barText = (bar) =>
  `${isMet(bar) ? 'Met' : '**Missed**'}: ${bar.of}: ${figureText(bar.figure)}${bar.unit && ` ${bar.unit}`}; the bar is ${wanted(bar)}.`;

/** @param {Section} section */
const tableText = ({ columns, rows }) =>
  [
    ['', ...columns.map(({ label }) => label)],
    ['---', ...columns.map(() => '---:')],
    ...rows.map(({ name, figures }) => [name, ...columns.map(({ key, show }) => figureText(figures[key] ?? '', show))]),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

/** The section as Markdown. @param {Section} section */
export const sectionText = (section) => {
  const { title, before, after = '', bars, notes = [] } = section;
  const paragraphs = [`## ${title}`, before, tableText(section), after, ...bars.map(barText), ...notes];
  return `${paragraphs.filter((text) => text !== '').join('\n\n')}\n`;
};

/** The section as results.json has it. @param {string} part @param {Section} section */
export const sectionData = (part, { title, columns, rows, bars }) => ({
  part,
  title,
  columns: Object.fromEntries(columns.map(({ key, label }) => [key, label])),
  rows,
  bars: bars.map((bar) => ({ ...bar, met: isMet(bar) })),
  met: bars.every(isMet),
});
