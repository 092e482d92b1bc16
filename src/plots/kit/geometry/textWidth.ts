/**
 * Estimated width of a Latin letter or digit of each kind of text, in rem. The layout of axes and labels is computed from
 * these instead of measured text, so that it is the same with every font of the reader's system and before fonts have
 * loaded. They are rounded up by as much as each kind of text needs: the label of an arrow has wide letters.
 */
const letterWidths = { tick: 0.42, endLabel: 0.46, curveName: 0.6, arrowLabel: 0.6 } as const;

type TextKind = keyof typeof letterWidths;

/** Length of a text in letters: a Chinese character is as wide as two Latin ones. */
const lettersIn = (text: string): number => [...text].reduce((sum, c) => sum + (c > '\u2e80' ? 2 : 1), 0);

/** Estimated width of a text, in pixels. */
export const textWidth = (text: string, kind: TextKind, rem: number): number =>
  lettersIn(text) * letterWidths[kind] * rem;

/** Estimated width of the longest of some texts, in pixels. */
export const widestText = (texts: readonly string[], kind: TextKind, rem: number): number =>
  texts.reduce((widest, text) => Math.max(widest, textWidth(text, kind, rem)), 0);
