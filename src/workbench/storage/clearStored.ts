import { forgetAll } from '../device/device';
import { tellOtherTabs } from '../device/otherTabs';
import { stopKeepingAll } from '../device/userData';
import { clearProgress } from '../lessons/progress';
import { clearLogs } from '../logs/keptLogs';
import { emptyPlaylists } from '../present/playlistStore';
import { rereadTalkPreferences } from '../present/presentPreferences';
import { deleteFiles } from './pageFiles';
import { ownKeys } from './storedThings';

/**
 * Removes everything that the page has stored in this browser. What is on the screen stays until it is closed: the experiment, with
 * its data and logs, the theme and the language; none of it is stored again by itself, in no tab. A talk that another tab is in the
 * middle of stays in that tab.
 * @returns whether the browser let the page remove all of it
 */
export async function clearStored(): Promise<boolean> {
  // First, so that nothing is written anew behind what is removed.
  stopKeepingAll();
  clearLogs();
  emptyPlaylists();
  clearProgress();
  tellOtherTabs({ kind: 'forgotten', name: null });
  for (const storage of [() => localStorage, () => sessionStorage])
    for (const key of ownKeys(storage)) storage().removeItem(key);
  rereadTalkPreferences();
  const areFilesDeleted = deleteFiles().then(
    () => true,
    () => false,
  );
  const answers = await Promise.all([forgetAll(), areFilesDeleted]);
  return answers.every((isDone) => isDone);
}
