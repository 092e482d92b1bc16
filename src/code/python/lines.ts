/** Characters in a line of the printed programs. */
const WIDTH = 100;

export const indent = (lines: readonly string[], levels = 1): string[] =>
  lines.map((line) => (line === '' ? '' : `${'    '.repeat(levels)}${line}`));

/**
 * Breaks a statement that is too long at its spaces. Python allows that only within brackets, so spaces outside of them
 * are kept together with what follows.
 */
export function wrapped(line: string, width = WIDTH): string[] {
  if (line.length <= width) return [line];
  const lead = /^ */.exec(line)?.[0] ?? '';
  const rest = `${lead}    `;
  const lines: string[] = [];
  let current = '';
  for (const piece of pieces(line.slice(lead.length))) {
    const start = lines.length === 0 ? lead : rest;
    if (current !== '' && start.length + current.length + 1 + piece.length > width) {
      lines.push(start + current);
      current = piece;
    } else current = current === '' ? piece : `${current} ${piece}`;
  }
  return [...lines, (lines.length === 0 ? lead : rest) + current];
}

/** A statement: `start`, then a formula, in brackets where it has to be broken. */
export const statement = (start: string, text: string): string[] =>
  start.length + text.length <= WIDTH ? [start + text] : wrapped(`${start}(${text})`);

/** Names on the left of an assignment, in brackets where they have to be broken. */
export function unpacked(lead: string, names: readonly string[], from: string): string[] {
  const tuple = tupleText(names);
  const line = `${lead}${tuple} = ${from}`;
  return line.length <= WIDTH ? [line] : wrapped(`${lead}(${tuple}) = ${from}`);
}

/** The parts of a statement between the spaces at which it may be broken, which lie within brackets and outside of strings. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    const sign = text[i];
    if (sign === '"') quoted = !quoted;
    if (quoted) continue;
    if (sign === '(' || sign === '[' || sign === '{') depth += 1;
    if (sign === ')' || sign === ']' || sign === '}') depth -= 1;
    if (sign === ' ' && depth > 0 && isBreak(text, i)) {
      found.push(text.slice(from, i));
      from = i + 1;
    }
  }
  return [...found, text.slice(from)];
}

/** Whether a line may end before the space at `at`: after a comma, or before a word or sign that joins two parts. */
const isBreak = (text: string, at: number): boolean =>
  text[at - 1] === ',' || /^ (?:[-+<>=!]=?|if|else|for) /.test(text.slice(at, at + 6));

/** A comment over as many lines as it needs. */
export function comment(text: string, width = WIDTH): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.length - 1;
    const longer = `${lines[last]} ${word}`;
    if (longer.length + 1 > width && lines[last] !== '') lines.push(` ${word}`);
    else lines[last] = longer;
  }
  return lines.map((line) => `#${line}`);
}

/** A number as Python reads it: the shortest text that reads back exactly. */
export function numberText(value: number): string {
  if (Number.isFinite(value)) {
    const [plain, scientific] = [String(value), value.toExponential()];
    // Only small numbers: a large one may have to stay a whole number.
    return Math.abs(value) < 1 && scientific.length < plain.length ? scientific : plain;
  }
  return Number.isNaN(value) ? 'math.nan' : value > 0 ? 'math.inf' : '-math.inf';
}

export const listText = (values: ArrayLike<number>): string => `[${Array.from(values, numberText).join(', ')}]`;

/** Names or values between commas, with the comma that makes a tuple of a single one. */
const tupleText = (parts: readonly string[]): string => (parts.length === 1 ? `${parts[0]},` : parts.join(', '));

/** A program's text as lines, without the line break that it begins with. */
export const textLines = (text: string): string[] => text.replace(/^\n/, '').trimEnd().split('\n');
