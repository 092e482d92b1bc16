import { createContext, useContext } from 'react';
import { withoutSuperscripts } from '../geometry/numbers';
import type { Tick } from '../geometry/ticks';

/** Whether powers of ten have digits of full size: a superscript cannot be read from the back row. */
export const FullSizeDigits = createContext(false);

/** The label of a tick as it is written here. */
export function useTickLabel(): (tick: Tick) => string {
  const isFullSize = useContext(FullSizeDigits);
  return ({ label }) => (isFullSize ? withoutSuperscripts(label) : label);
}
