import type { Inspection } from '../../engine/float64/types';
import { parseRule, type Rule } from '../../formula';
import { writtenLines } from '../../formula/writtenLines';

/**
 * The values of a name in an update as they are at a place of the rule's text: of the last assignment before it, or of the
 * one that its line makes. A line of a loop reads and makes what it does in the last turn.
 * @param at where the name stands, in characters
 * @returns null where the update has no such number
 */
export function valuesAt(text: string, at: number, name: string, inspection: Inspection): readonly number[] | null {
  const count = assignmentsUpTo(text, at, name);
  const made = inspection.lines.filter((line) => line.name === name);
  if (count > 0 && made.length > 0) return made[Math.min(count, made.length) - 1]?.values ?? null;
  const before = inspection.before.find((one) => one.name === name);
  if (before) return before.values;
  if (name === 't') return [inspection.step];
  const setting = inspection.hyper[name];
  return setting === undefined ? null : [setting];
}

/** How often a name has been assigned at a place of a rule's text, with every turn of the loops above. */
function assignmentsUpTo(text: string, at: number, name: string): number {
  const lines = linesOf(text);
  if (!lines) return writtenUpTo(text, at, name);
  const here = writtenLines(lines).find(({ first }) => at < endOf(lines[first]));
  return lines.slice(0, here && placeOf(here, lines, text, at)).filter((line) => line.name === name).length;
}

const endOf = (line: Rule['lines'][number] | undefined): number =>
  line ? line.expression.at + line.expression.length : Number.NaN;

/** How many lines have been computed at a place of the text that stands in a line or between it and the one above. */
function placeOf(
  { first, last }: { readonly first: number; readonly last: number },
  lines: Rule['lines'],
  text: string,
  at: number,
): number {
  const from = lines[first]?.expression.at ?? at;
  const isAbove = /[\n;]/.test(text.slice(at, from));
  const isTarget = at < from;
  return isAbove ? first : last + Number(isTarget);
}

function linesOf(text: string): Rule['lines'] | null {
  try {
    return parseRule(text).lines;
  } catch {
    return null;
  }
}

/** The same of a text that is no rule yet: how many of its lines assign the name. */
function writtenUpTo(text: string, at: number, name: string): number {
  const isTarget = /^\w+\s*=(?!=)/.test(text.slice(at));
  const assigned = [...text.slice(0, text.lastIndexOf('\n', at - 1) + 1).matchAll(/^\s*([A-Za-z]\w*)\s*=(?!=)/gm)];
  return assigned.filter(([, target]) => target === name).length + Number(isTarget);
}
