import type { SpecializedLine } from '../../formula/specialize';
import type { Turn } from '../../formula/syntax';
import type { Meaning } from '../python/expression';
import { indent } from '../python/lines';
import type { Library } from './library';
import { forEachParameter } from './specials';

/** What the lines of a loop are written with; writing a line changes what its name means after it. */
interface Writing {
  readonly meanings: Map<string, Meaning>;
  readonly writeLine: (line: SpecializedLine) => string[];
  readonly library: Library;
}

/**
 * A loop of a rule as a loop of Python. A name that is one number before the loop, and one for each parameter after its first turn, becomes
 * one for each parameter before the loop, so that the same lines are right in every turn.
 */
export function loopOf(
  all: readonly SpecializedLine[],
  { loop, count }: Turn,
  { meanings, writeLine, library }: Writing,
): string[] {
  const lines = all.filter(({ turn }) => turn?.loop === loop && turn.turn === 0);
  const before = new Map(meanings);
  const spread = new Map<string, Meaning>();
  for (;;) {
    for (const [name, meaning] of [...before, ...spread]) meanings.set(name, meaning);
    const body = lines.flatMap(writeLine);
    const changed = [...before].filter(([name, meaning]) => !spread.has(name) && isOther(meaning, meanings.get(name)));
    if (changed.length === 0) return [...spreadLines(spread, library), `for _ in range(${count}):`, ...indent(body)];
    for (const [name, { text }] of changed) spread.set(name, { text, kind: 'tensor', isSingle: false });
  }
}

const isOther = (meaning: Meaning, after: Meaning | undefined): boolean =>
  after !== undefined && (after.kind !== meaning.kind || (after.isSingle ?? false) !== (meaning.isSingle ?? false));

const spreadLines = (spread: ReadonlyMap<string, Meaning>, library: Library): string[] =>
  [...spread.values()].map(({ text }) => `${text} = ${forEachParameter(text, library)}`);
