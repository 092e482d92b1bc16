import { FormulaError, type FormulaErrorCode } from './errors';
import { Parser } from './parse';
import { ruleLimits } from './ruleLimits';
import type { RuleLine } from './syntax';
import type { Token } from './tokens';

/*
 * `repeat 10`, lines, `end`: the lines as often in a row. A rule is read with its loops written out, so that what compiles, counts or
 * changes rules knows nothing of them; each line says which turn of which loop it is, for what shows them or writes them in Python.
 */

/** The loops of a rule while its lines are read. */
export interface LoopReader {
  /** Whether a line is one of loops, which is then read: `repeat 10` or `end`. A value may be called so, too. Throws FormulaError. */
  readonly reads: (tokens: readonly Token[]) => boolean;
  /** Throws FormulaError in a loop: at the word that cannot stand there, or where the loop begins. */
  readonly mustBeClosed: (word?: Token) => void;
}

/** @param lines those that have been read; a loop's are written out there when it ends */
export function readLoops(lines: RuleLine[]): LoopReader {
  let open: { readonly word: Token; readonly count: number; readonly from: number } | null = null;
  let loop = 0;
  const mustBeClosed = (word?: Token): void => {
    if (open) throw word ? fault('notInLoop', word, { found: word.text }) : fault('noEnd', open.word);
  };
  return {
    reads(tokens) {
      const [word, next] = tokens;
      if (!word || next?.text === '=' || (word.text !== 'repeat' && word.text !== 'end')) return false;
      if (word.text === 'repeat') {
        mustBeClosed(word);
        open = { word, count: readCount(tokens), from: lines.length };
        return true;
      }
      if (!open) throw fault('extraEnd', word);
      mustEnd(afterWord(tokens));
      const { count, from } = open;
      const body = lines.splice(from);
      if (body.length === 0) throw fault('emptyLoop', word);
      for (let turn = 0; turn < count; turn += 1)
        lines.push(...body.map((line) => ({ ...line, turn: { loop, turn, count } })));
      loop += 1;
      open = null;
      return true;
    },
    mustBeClosed,
  };
}

const fault = (code: FormulaErrorCode, { at, text }: Token, values = {}): FormulaError =>
  new FormulaError(code, at, text.length, values);

/** How many turns the line of a `repeat` asks for. */
function readCount(tokens: readonly Token[]): number {
  const max = ruleLimits.repeats;
  const reader = afterWord(tokens);
  if (reader.peek().kind !== 'number') throw reader.unexpected('turns', { max });
  const number = reader.next();
  const count = Number(number.text);
  if (!(count >= 1 && count <= max && Number.isInteger(count)))
    throw fault('badRepeat', number, { found: number.text, max });
  mustEnd(reader);
  return count;
}

function afterWord(tokens: readonly Token[]): Parser {
  const reader = new Parser(tokens, { special: false });
  reader.next();
  return reader;
}

function mustEnd(reader: Parser): void {
  if (reader.peek().kind !== 'end') throw reader.unexpected('lineEnd');
}
