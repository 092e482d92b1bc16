import { oncePerFrame } from './frame';

interface Store {
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Sends a request again whenever what it depends on has changed, at most once per animation frame.
 * @param stores the inputs are compared after a change of any of them
 * @param inputs all that the request depends on, compared one by one by identity; null while there is nothing to ask
 * @param ask sends the request
 * @param schedule joins the calls of a frame
 * @returns a function that stops it, also in a frame that has already been requested
 */
export function follow<const Inputs extends readonly unknown[]>(
  stores: readonly Store[],
  inputs: () => Inputs | null,
  ask: (inputs: NoInfer<Inputs>) => void,
  schedule = oncePerFrame,
): () => void {
  let last: Inputs | null = null;
  let isStopped = false;
  const askIfChanged = schedule(() => {
    const current = isStopped ? null : inputs();
    if (current === null || last?.every((input, i) => Object.is(input, current[i]))) return;
    last = current;
    ask(current);
  });
  const stops = stores.map((store) => store.subscribe(askIfChanged));
  askIfChanged();
  return () => {
    isStopped = true;
    stops.forEach((stop) => stop());
  };
}
