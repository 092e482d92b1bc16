import { waitFor } from '../common/waitFor';
import type { MethodRunner } from './runner';

/*
 * The algorithms, and what runs them, are a part that loads at the first run that needs one: most experiments have none.
 */

let loaded: typeof MethodRunner | null = null;
let loading: Promise<void> | null = null;

/** Loads the algorithms; resolves once `newRunner` may be called. Rejects where they cannot be loaded; the next call tries again. */
export function loadMethods(): Promise<void> {
  loading ??= import('./runner').then(
    (part) => {
      loaded = part.MethodRunner;
    },
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** Waits within a job for the algorithms. Throws what kept them from loading. */
export function* methodsLoaded(): Generator<void, void> {
  if (!loaded) yield* waitFor(loadMethods());
}

/** A run by a method, at its start. Throws RangeError if the algorithms have not been loaded. */
export function newRunner(...run: ConstructorParameters<typeof MethodRunner>): MethodRunner {
  if (!loaded) throw new RangeError('the methods have not been loaded');
  return new loaded(...run);
}
