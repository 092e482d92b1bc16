/** A promise with the function that resolves it: `Promise.withResolvers`, which older browsers do not have. */
export function pending(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
