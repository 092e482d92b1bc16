import { FormulaError } from './errors';
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
  const check = (isRight: boolean, { at, text }: Token): void => {
    if (!isRight) throw new FormulaError('badRepeat', at, text.length, { max: ruleLimits.repeats });
  };
  return {
    reads([word, number, ...rest]) {
      if (!word || number?.text === '=' || (word.text !== 'repeat' && word.text !== 'end')) return false;
      if (word.text === 'repeat') {
        const count = number?.kind === 'number' ? Number(number.text) : 0;
        check(!open && rest.length === 1 && ruleLimits.repeats >= count && count >= 1 && count % 1 === 0, word);
        open = { word, count, from: lines.length };
        return true;
      }
      const body = lines.splice(open?.from ?? lines.length);
      check(body.length > 0 && number?.kind === 'end', word);
      const count = open?.count ?? 0;
      for (let turn = 0; turn < count; turn += 1)
        lines.push(...body.map((line) => ({ ...line, turn: { loop, turn, count } })));
      loop += 1;
      open = null;
      return true;
    },
    mustBeClosed: (word) => {
      if (open) check(false, word ?? open.word);
    },
  };
}
