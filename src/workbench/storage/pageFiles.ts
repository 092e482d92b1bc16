/* The page itself, as its service worker keeps it for use without a network (offline/serviceWorker.ts). */

/** The folder of the page. Other pages may stand in other folders of the same address, and have caches there too. */
const scope = (): string => new URL('./', location.href).href;

/** The names of the page's caches: Workbox ends them with the folder. */
async function cacheNames(): Promise<readonly string[]> {
  if (!('caches' in window)) return [];
  return (await caches.keys()).filter((name) => name.endsWith(scope()));
}

/** How many files there are, and their size in bytes. */
export async function storedFiles(): Promise<{ readonly count: number; readonly bytes: number }> {
  const opened = await Promise.all((await cacheNames()).map((name) => caches.open(name)));
  const responses = (await Promise.all(opened.map((cache) => cache.matchAll()))).flat();
  const sizes = await Promise.all(responses.map(async (response) => (await response.blob()).size));
  return { count: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Deletes the files, and ends the service worker, which would fetch them again. The next visit stores them anew. */
export async function deleteFiles(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration?.scope === scope()) await registration.unregister();
  await Promise.all((await cacheNames()).map((name) => caches.delete(name)));
}
