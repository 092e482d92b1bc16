import { createContext } from 'react';

/** Whether powers of ten have digits of full size: a superscript cannot be read from the back row. */
export const FullSizeDigits = createContext(false);
