/*
 * Everything that the page stores in a browser, by where it stands. What stores something takes its key from here, and so does the
 * dialog that lists and clears it all (panels/storage).
 */

/** Begins every key in a storage that other pages of the same address use too, and is the name of the page's own database. */
export const OWN_NAME = 'overshoot';

/** Keys of `localStorage`. */
export const localKeys = {
  preferences: 'overshoot.preferences',
  lessons: 'overshoot.lessons',
  opening: 'overshoot.opening',
  talkPreferences: 'overshoot.present',
} as const;

/** Keys of `sessionStorage`, which a tab keeps for itself until it is closed. */
export const tabKeys = { talk: 'overshoot.talk' } as const;

/** Keys of the database (device.ts). One that ends with a slash is followed by the name of what it holds. */
export const deviceKeys = {
  data: 'data/',
  experiments: 'experiment/',
  logs: 'log/',
  playlists: 'playlists',
} as const;
