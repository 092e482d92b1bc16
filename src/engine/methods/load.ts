import type { Algorithm } from './types';

/*
 * The algorithms are a part that loads at the first run that needs one: most experiments have none.
 */

type Algorithms = Readonly<Record<string, Algorithm>>;

let loaded: Algorithms | null = null;
let loading: Promise<void> | null = null;
let failure: Error | null = null;

/** Loads the algorithms; resolves once `algorithmOf` has them. */
export function loadMethods(): Promise<void> {
  loading ??= import('./algorithms').then(
    ({ algorithms }) => {
      loaded = algorithms;
    },
    (error: unknown) => {
      // The next run tries again.
      loading = null;
      failure = error instanceof Error ? error : new Error(String(error));
    },
  );
  return loading;
}

function throwFailure(): void {
  if (failure) throw failure;
}

/** Waits within a job for the algorithms. Throws what kept them from loading. */
export function* methodsLoaded(): Generator<void, void> {
  failure = null;
  void loadMethods();
  while (!loaded) {
    throwFailure();
    yield;
  }
}

/** The algorithm of a method. Throws RangeError if it is unknown, or if the algorithms have not been loaded. */
export function algorithmOf(id: string): Algorithm {
  const found = loaded && Object.hasOwn(loaded, id) ? loaded[id] : undefined;
  if (!found) throw new RangeError(`no algorithm ${id}`);
  return found;
}
