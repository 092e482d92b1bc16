import type { Playlist } from '../../experiment/playlist/types';
import { loadForAction } from '../../late/loadOnce';

const loadPresenting = loadForAction(() => import('./presenting'));

/**
 * Shows the stage to an audience, on the full screen where the browser allows it. To be called while a key or button is
 * pressed: only then may a page fill the screen.
 * @param playlist what is shown one after another; absent: what is on the screen now, and after it the user's own playlist
 * @param index the entry of the playlist to begin with
 */
export function startPresenting(playlist?: Playlist, index = 0): void {
  // Where the browser refuses, the stage fills the window.
  if (document.fullscreenEnabled) void document.documentElement.requestFullscreen().catch(() => undefined);
  void loadPresenting().then(({ present }) => present(playlist, index));
}
