import type { Rule } from './rule';
import { specialize, type SpecializedLine } from './specialize';
import { writtenLines } from './writtenLines';

/**
 * The lines of a rule that are shown for given hyperparameters (specialize.ts), those of a loop once: as its first turn has
 * them, with the `index` of its last turn, whose values stay.
 */
export function shownLines(rule: Rule, hyper: Readonly<Record<string, number | boolean>>): SpecializedLine[] {
  const last = new Map(writtenLines(rule.lines).map((line) => [line.first, line.last]));
  return specialize(rule, hyper).flatMap((line) => {
    const index = last.get(line.index);
    return index === undefined ? [] : [{ ...line, index }];
  });
}
