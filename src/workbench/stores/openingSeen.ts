import { localKeys } from '../device/storedKeys';

const key = localKeys.opening;

/** Whether this browser has been shown the opening. Where the storage is blocked, it counts as seen: a link home must not nag. */
export function isOpeningSeen(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return true;
  }
}

export function rememberOpeningSeen(): void {
  try {
    localStorage.setItem(key, 'seen');
  } catch {
    // Nothing can be stored; isOpeningSeen then says that it was seen.
  }
}
