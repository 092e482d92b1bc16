/** The id of every answer that the page itself has computed, or had computed ahead. The worker gives its own other ids. */
export const PAGE_ANSWER = 0;

/** Whether a request is about a trace of the page's, which the worker does not know. */
export const isOfPageTrace = (body: object): boolean => 'traceId' in body && body.traceId === PAGE_ANSWER;
