/** How values lie along a slider or an axis. `oneMinus` is logarithmic in 1 - value: 0.9, 0.99 and 0.999 lie equally far apart. */
export const scaleKinds = ['linear', 'log', 'oneMinus'] as const;
export type ScaleKind = (typeof scaleKinds)[number];

/** The value at a share, 0 to 1, between two values on a scale; both are above 0 for `log` and below 1 for `oneMinus`. */
export function valueAlong(kind: ScaleKind, from: number, to: number, share: number): number {
  switch (kind) {
    case 'linear':
      return from + (to - from) * share;
    case 'log':
      return from * (to / from) ** share;
    case 'oneMinus':
      return 1 - valueAlong('log', 1 - from, 1 - to, share);
  }
}

/** The share at which a value lies between two others: the inverse of `valueAlong`. */
export function shareAlong(kind: ScaleKind, from: number, to: number, value: number): number {
  switch (kind) {
    case 'linear':
      return (value - from) / (to - from);
    case 'log':
      return Math.log(value / from) / Math.log(to / from);
    case 'oneMinus':
      return shareAlong('log', 1 - from, 1 - to, 1 - value);
  }
}
