/** What something thrown says, for a person or another thread. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
