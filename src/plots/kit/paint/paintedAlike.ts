import { shallow } from 'zustand/shallow';
import type { RunStyle } from '../types';

interface Styled {
  readonly style: RunStyle;
}

/** Whether runs are painted alike: all but their names is the same, and no layer paints names. */
export const arePaintedAlike = (a: readonly Styled[], b: readonly Styled[]): boolean =>
  a.length === b.length && a.every((one, i) => isPaintedAlike(one, b[i]));

const isPaintedAlike = (a: Styled, b: Styled | undefined): boolean =>
  b !== undefined &&
  shallow({ ...a, style: null }, { ...b, style: null }) &&
  shallow({ ...a.style, label: '' }, { ...b.style, label: '' });
