/** The id of a trace that the page has computed (firstAnswers.ts). The worker does not know it, and never gives it. */
export const FIRST_TRACE = 0;

/** Whether a request is about that trace. */
export const isOfFirstTrace = (body: object): boolean => 'traceId' in body && body.traceId === FIRST_TRACE;
