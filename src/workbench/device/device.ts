import { createStore, del, entries, get, set } from 'idb-keyval';

/** What the page keeps on this device stands in one place, so that all of it can be found and forgotten. */
const kept = createStore('overshoot', 'kept');

/** Milliseconds after which a storage that does not answer counts as refused; some private windows never answer. */
const PATIENCE_MS = 3000;

class NotKept extends Error {}

/** The result, or `refused` where the browser has no storage, does not allow it, is full or does not answer. */
async function ask<T>(request: () => Promise<T>): Promise<T | 'refused'> {
  const tooLate = new Promise<never>((_, reject) => setTimeout(() => reject(new NotKept()), PATIENCE_MS));
  try {
    return await Promise.race([request(), tooLate]);
  } catch {
    return 'refused';
  }
}

/** What is kept under a key, not yet checked; undefined where there is nothing or it cannot be read. */
export async function readKept(key: string): Promise<unknown> {
  const found = await ask<unknown>(() => get(key, kept));
  return found === 'refused' ? undefined : found;
}

/** Keeps a value that can be cloned. False where the browser refuses. */
export const keep = async (key: string, value: unknown): Promise<boolean> =>
  (await ask(() => set(key, value, kept))) !== 'refused';

export const forget = async (key: string): Promise<boolean> => (await ask(() => del(key, kept))) !== 'refused';

/** All keys that begin so, with what is kept under them. */
export async function keptUnder(prefix: string): Promise<readonly (readonly [string, unknown])[]> {
  const all = await ask(() => entries<IDBValidKey, unknown>(kept));
  if (all === 'refused') return [];
  return all.flatMap(([key, value]) =>
    typeof key === 'string' && key.startsWith(prefix) ? [[key, value] as const] : [],
  );
}
