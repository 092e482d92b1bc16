/** A value that a script gave, as an error quotes it. */
export const shown = (value: unknown): string => (typeof value === 'string' ? `"${value}"` : String(value));
