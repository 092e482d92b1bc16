/** The edits (a letter more, less, other, or two swapped) that turn one word into another: the Damerau-Levenshtein distance. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const at = (di: number, dj: number): number => (di === 0 ? row : (rows[i - di] ?? []))[j - dj] ?? Infinity;
      const other = at(1, 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(2, 2) + 1 : Infinity;
      row.push(Math.min(at(1, 0) + 1, at(0, 1) + 1, other, swapped));
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? Infinity;
}

/** The words that somebody may have meant by this one, nearest first. */
export function nearest(word: string, words: readonly string[]): string[] {
  const lower = word.toLowerCase();
  const reach = Math.max(1, Math.floor(word.length / 2));
  const scored = words.map((other) => {
    // A word that begins with another, as sine with sin, is meant more often than one that differs inside.
    const begins = other.length > 1 && (lower.startsWith(other) || other.startsWith(lower)) && lower.length > 1;
    return { other, score: distance(lower, other.toLowerCase()) - (begins ? 0.5 : 0) };
  });
  return scored
    .filter(({ other, score }) => score <= reach && score < other.length)
    .sort((a, b) => a.score - b.score)
    .map(({ other }) => other);
}

/** More near words than these in a sentence would say nothing. */
const MOST_NEAR = 3;

/** The few words to name as what this one may mean; none for a single letter, which is near to every short word. */
export const nearWords = (word: string, words: readonly string[]): string[] =>
  word.length > 1 ? nearest(word, words).slice(0, MOST_NEAR) : [];
