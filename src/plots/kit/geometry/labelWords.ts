/** What a name is broken at at most: between its words, and never within a number. */

const EQUALS = '\u00a0=\u00a0';

/** A name in which each number stays with its letter: `η = 0.2` is one word. */
export const keepTogether = (label: string): string => label.replaceAll(' = ', EQUALS);

/**
 * The words of a name, which lines are broken between: at spaces, and after a Chinese comma, which no space follows. A number
 * stays with its letter where both fit together; where they do not, the line is broken before the number.
 */
export const labelWords = (label: string, fits: (word: string) => boolean): string[] =>
  keepTogether(label)
    .split(/ |(?<=，)/)
    .flatMap((word) => {
      const [letter = '', number] = word.split(EQUALS);
      return number === undefined || fits(word) ? [word] : [`${letter}\u00a0=`, number];
    });

/** Whether a word holds a number, which no line is broken in. */
export const hasNumber = (word: string): boolean => /\d/.test(word);

/**
 * The lines that a name takes where no line may be wider than some room. It is broken at spaces and before a Chinese
 * parenthesis; a word that is wider than the room has a line of its own.
 * @param room in the unit of `widthOf`
 */
export function labelLines(label: string, room: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const piece of keepTogether(label).split(/(?<= )|(?=（)/)) {
    const line = (lines.at(-1) ?? '') + piece;
    if (lines.length > 0 && widthOf(line.trimEnd()) <= room) lines[lines.length - 1] = line;
    else lines.push(piece);
  }
  return lines.map((line) => line.trimEnd());
}
