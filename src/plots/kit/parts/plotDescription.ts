import { createContext } from 'react';

/** The id of the element that says in words what a plot shows; undefined where there is none. */
export const PlotDescription = createContext<string | undefined>(undefined);
