/**
 * Joins all calls within one animation frame into one, made in that frame. While a slider moves the browser may
 * report many positions a frame; only the last of them is worth computing.
 */
export function oncePerFrame(work: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      work();
    });
  };
}

/**
 * The same, but a call after a frame without one is made at once, when what caused it is done: the worker then computes while
 * the page renders.
 */
export function atOnceThenPerFrame(work: () => void): () => void {
  let isQuiet = true;
  let isWaiting = false;
  const begin = (start: (run: () => void) => void): void => {
    isQuiet = false;
    isWaiting = false;
    // Before the work: where that throws, the next call is heard all the same.
    requestAnimationFrame(() => {
      isQuiet = true;
      if (isWaiting) begin((run) => run());
    });
    start(work);
  };
  return () => {
    if (isQuiet) begin(queueMicrotask);
    else isWaiting = true;
  };
}
