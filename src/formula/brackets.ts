/** Taller than a line. */
export const isTall = (tex: string): boolean => /\\(?:frac|sqrt|begin|left)/.test(tex);

/** TeX in brackets, which grow only where they must: growing ones also space themselves off. */
export const brackets = (tex: string, open = '(', close = ')'): string =>
  isTall(tex) ? `\\left${open}${tex}\\right${close}` : `${open}${tex}${close}`;
