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
