import { createContext, useContext, type ReactNode } from 'react';
import type { Tick } from '../geometry/ticks';

/** The element that raises an exponent: in an SVG, and anywhere else. */
export type Raising = 'tspan' | 'sup';

/** Writes a number in digits of full size; null where powers of ten have superscripts, which cannot be read from the back row. */
export const FullSizeDigits = createContext<((number: string, raising: Raising) => ReactNode) | null>(null);

/** The label of a tick as it is written here. */
export function useTickLabel(raising: Raising): (tick: Tick) => ReactNode {
  const write = useContext(FullSizeDigits);
  return ({ label }) => (write ? write(label, raising) : label);
}
