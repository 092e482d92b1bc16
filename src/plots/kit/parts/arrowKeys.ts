export interface Arrow {
  readonly x: number;
  readonly y: number;
}

/** The direction of each arrow key; right and up are positive. */
export const arrowKeys: Readonly<Record<string, Arrow>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
};
