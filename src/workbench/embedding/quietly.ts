let depth = 0;

/** Whether what changes now is no act of the user at the embed: no event is sent about it. */
export const isQuiet = (): boolean => depth > 0;

/** Makes changes that the host or the embed itself has asked for. A promise keeps it quiet until it settles. */
export function quietly<Done>(change: () => Done): Done {
  depth += 1;
  let done: Done;
  try {
    done = change();
  } catch (error) {
    depth -= 1;
    throw error;
  }
  if (done instanceof Promise) void done.finally(() => (depth -= 1)).catch(() => undefined);
  else depth -= 1;
  return done;
}
