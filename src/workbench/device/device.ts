import { clear, createStore, del, entries, get, promisifyRequest, set } from 'idb-keyval';
import { OWN_NAME } from './storedKeys';

/** What the page keeps on this device stands in one place, so that all of it can be found and forgotten. */
const kept = createStore(OWN_NAME, 'kept');

/** Milliseconds after which a storage that does not answer counts as refused; some private windows never answer. */
const PATIENCE_MS = 3000;

class NotKept extends Error {}

/** The result, or `refused` where the browser has no storage, does not allow it, is full or does not answer. */
async function ask<T>(request: () => Promise<T>): Promise<T | 'refused'> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    // The request comes first: where it throws, nobody waits for the time-out, whose rejection would be an error of its own.
    return await Promise.race([
      request(),
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new NotKept()), PATIENCE_MS);
      }),
    ]);
  } catch {
    return 'refused';
  } finally {
    clearTimeout(timer);
  }
}

/** What is kept under a key, not yet checked; undefined where there is nothing or it cannot be read. */
export async function readKept(key: string): Promise<unknown> {
  const found = await ask<unknown>(() => get(key, kept));
  return found === 'refused' ? undefined : found;
}

/** Whether something is kept under a key, which is not read; null where the browser does not say. */
export async function isKeptUnder(key: string): Promise<boolean | null> {
  const count = await ask(() => kept('readonly', (store) => promisifyRequest(store.count(key))));
  return count === 'refused' ? null : count > 0;
}

/** Keeps a value that can be cloned. False where the browser refuses. */
export const keep = async (key: string, value: unknown): Promise<boolean> =>
  (await ask(() => set(key, value, kept))) !== 'refused';

export const forget = async (key: string): Promise<boolean> => (await ask(() => del(key, kept))) !== 'refused';

export const forgetAll = async (): Promise<boolean> => (await ask(() => clear(kept))) !== 'refused';

/** All keys that begin so, with what is kept under them. */
export async function keptUnder(prefix: string): Promise<readonly (readonly [string, unknown])[]> {
  const all = await ask(() => entries<IDBValidKey, unknown>(kept));
  if (all === 'refused') return [];
  return all.flatMap(([key, value]) =>
    typeof key === 'string' && key.startsWith(prefix) ? [[key, value] as const] : [],
  );
}
