/** Waits within a job until a promise is settled, pausing again and again. Throws what it rejects with. */
export function* waitFor<T>(promise: Promise<T>): Generator<void, T> {
  const settled: { by?: { readonly value: T } | { readonly error: unknown } } = {};
  promise.then(
    (value) => (settled.by = { value }),
    (error: unknown) => (settled.by = { error }),
  );
  for (;;) {
    const { by } = settled;
    if (by && 'error' in by) throw by.error;
    if (by) return by.value;
    yield;
  }
}
