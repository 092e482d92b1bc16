import { OWN_NAME } from './storedKeys';

/** What a tab tells the others of this page in the same browser about what the device keeps for all of them. */
export type TabMessage =
  /** User data were forgotten, by their name; null: everything that is stored was cleared. */
  | { readonly kind: 'forgotten'; readonly name: string | null }
  /** The playlists as JSON, not yet read, after a change. */
  | { readonly kind: 'playlists'; readonly lists: readonly unknown[] };

let channel: BroadcastChannel | null = null;

/** Old browsers have no such channels: their tabs then learn of a change when they are reloaded. */
const openChannel = (): BroadcastChannel | null =>
  'BroadcastChannel' in globalThis ? (channel ??= new BroadcastChannel(OWN_NAME)) : null;

export const tellOtherTabs = (message: TabMessage): void => openChannel()?.postMessage(message);

/** The sender is this page, of this release or another one. */
export function listenToOtherTabs(listener: (message: TabMessage) => void): void {
  openChannel()?.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => listener(data));
}
