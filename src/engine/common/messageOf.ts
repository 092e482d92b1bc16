/** What something thrown says, for the user or another thread. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
