/** The id of a trace that the page has computed (firstAnswers.ts). The worker does not know it, and never gives it. */
export const FIRST_TRACE = 0;
