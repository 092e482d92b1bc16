import { expect, test } from 'vitest';
import { waitFor } from './waitFor';

test('a job pauses until what it waits for has come, and goes on with that', async () => {
  let resolve: (value: number) => void = () => undefined;
  const promise = new Promise<number>((settle) => (resolve = settle));
  const job = waitFor(promise);
  expect(job.next()).toEqual({ done: false, value: undefined });
  expect(job.next().done).toBe(false);
  resolve(7);
  await promise;
  expect(job.next()).toEqual({ done: true, value: 7 });
});

test('it throws what kept that from coming', async () => {
  const job = waitFor(Promise.reject(new RangeError('lost')));
  job.next();
  await Promise.resolve();
  expect(() => job.next()).toThrow('lost');
});
