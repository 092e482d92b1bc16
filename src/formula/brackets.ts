/** Taller than a line. */
export const isTall = (tex: string): boolean => /\\(?:frac|sqrt|begin|left)/.test(tex);

/** TeX in round brackets, which grow only where they must: growing ones also space themselves off. */
export const brackets = (tex: string): string => (isTall(tex) ? `\\left(${tex}\\right)` : `(${tex})`);
