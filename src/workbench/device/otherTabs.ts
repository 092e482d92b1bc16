import { OWN_NAME } from './storedKeys';

/** What a tab tells the others of this page in the same browser about what the device keeps for all of them. */
export type TabMessage =
  /** User data were forgotten, by their name; null: everything that is stored was cleared. */
  | { readonly kind: 'forgotten'; readonly name: string | null }
  /** The playlists as JSON, not yet read, after a change. */
  | { readonly kind: 'playlists'; readonly lists: readonly unknown[] };

/** Null where the browser has no such channels, or refuses them with all storage: a tab then learns of a change when it is reloaded. */
function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(OWN_NAME);
  } catch {
    return null;
  }
}

const channel = openChannel();

export const tellOtherTabs = (message: TabMessage): void => channel?.postMessage(message);

/** The sender is this page, of this release or another one. */
export function listenToOtherTabs(listener: (message: TabMessage) => void): void {
  channel?.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => listener(data));
}
