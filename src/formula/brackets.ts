/** Whether some TeX is taller than a line of text, such as a fraction. */
export const isTall = (tex: string): boolean => /\\(?:frac|sqrt|begin|left)/.test(tex);

/** TeX in brackets. They grow only around tall content: \left and \right add space around what they enclose. */
export const brackets = (tex: string, open = '(', close = ')'): string =>
  isTall(tex) ? `\\left${open}${tex}\\right${close}` : `${open}${tex}${close}`;
