import { PrecacheController, PrecacheRoute, type PrecacheEntry } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';

/** The global scope of a service worker. The build puts the list of the page's files into it (scripts/offline.mjs). */
declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (PrecacheEntry | string)[] };

/*
 * Keeps all files of a release on the device, and answers with them: after one visit the page works without a network, and a
 * release is only ever used as a whole. The next one is fetched beside it and waits until the user takes it, or until no page
 * of this one is open.
 */
const files = new PrecacheController();
files.addToCacheList(self.__WB_MANIFEST);

/**
 * Deletes files of former releases when a page is opened, unless another one is open, which may still ask for them, or the next
 * release's files lie beside this one's.
 */
async function deleteFormerFiles(event: FetchEvent): Promise<void> {
  if (self.registration.installing ?? self.registration.waiting) return;
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open.every(({ id }) => id === event.resultingClientId)) await files.activate(event);
}

// Before the routes: no listener is called after the one that answers.
self.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate') event.waitUntil(deleteFormerFiles(event));
});

// What stands behind `?` never chooses another file.
registerRoute(new PrecacheRoute(files, { ignoreURLParametersMatching: [/./] }));

// A page of the release before this one asks for parts that only that release has.
registerRoute(
  ({ sameOrigin, url }) => sameOrigin && url.pathname.includes('/assets/'),
  async ({ request }) => (await caches.match(request)) ?? fetch(request),
);

self.addEventListener('install', (event) => event.waitUntil(files.install(event)));

// The page that registered it is answered from now on too: its first visit is the one visit that is needed.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  // As workbox-window asks for it.
  if ((data as { type?: unknown } | null)?.type === 'SKIP_WAITING') void self.skipWaiting();
});
