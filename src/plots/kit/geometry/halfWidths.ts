/** How wide a name is in Latin letters: a Chinese character is as wide as two of them. */
export const halfWidths = (name: string): number => [...name].reduce((sum, c) => sum + (c > '\u2e80' ? 2 : 1), 0);
