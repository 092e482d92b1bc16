import { createContext, type ReactNode } from 'react';

/** Buttons in the corner of a plot, the same for every plot; null where there are none. */
export const PlotTools = createContext<ReactNode>(null);
