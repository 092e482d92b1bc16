/** What a name is broken at at most: between its words, and never within a number. */

const EQUALS = '\u00a0=\u00a0';

/** A name in which each number stays with its letter: `η = 0.2` is one word. */
export const keepTogether = (label: string): string => label.replaceAll(' = ', EQUALS);

/**
 * The words of a name, which lines are broken between. A number stays with its letter where both fit together; where they do
 * not, the line is broken before the number.
 */
export const labelWords = (label: string, fits: (word: string) => boolean): string[] =>
  keepTogether(label)
    .split(' ')
    .flatMap((word) => {
      const [letter = '', number] = word.split(EQUALS);
      return number === undefined || fits(word) ? [word] : [`${letter}\u00a0=`, number];
    });

/** Whether a word holds a number, which no line is broken in. */
export const hasNumber = (word: string): boolean => /\d/.test(word);
