import type { Inspection } from '../../engine/float64/types';
import { parseRule } from '../../formula';
import { writtenLines } from '../../formula/writtenLines';

/**
 * The values of a name in an update as they are at a place of the rule's text: of the last assignment before it, or of the
 * one that its line makes.
 * @param at where the name stands, in characters
 * @returns null where the update has no such number
 */
export function valuesAt(text: string, at: number, name: string, inspection: Inspection): readonly number[] | null {
  const lineEnd = text.indexOf('\n', at);
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const assigned = /^\s*([A-Za-z]\w*)\s*=(?!=)/.exec(text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd));
  const isTarget = assigned?.[1] === name && at < lineStart + assigned[0].length;
  const earlier = [...text.slice(0, lineStart).matchAll(/^\s*([A-Za-z]\w*)\s*=(?!=)/gm)].filter(
    ([, target]) => target === name,
  ).length;
  const count = earlier + Number(isTarget);
  const made = inspection.lines.filter((line) => line.name === name);
  if (count > 0 && made.length > 0) return made[Math.min(madeBy(text, name, count), made.length - 1)]?.values ?? null;
  const before = inspection.before.find((one) => one.name === name);
  if (before) return before.values;
  if (name === 't') return [inspection.step];
  const setting = inspection.hyper[name];
  return setting === undefined ? null : [setting];
}

/** Which of the values that a name gets belongs to its assignment `count` in the text, from 1: in a loop the last turn's. */
function madeBy(text: string, name: string, count: number): number {
  try {
    const { lines } = parseRule(text);
    const written = writtenLines(lines).filter(({ first }) => lines[first]?.name === name)[count - 1];
    return lines.slice(0, written?.last ?? lines.length).filter((line) => line.name === name).length;
  } catch {
    // A text that is no rule yet.
    return count - 1;
  }
}
