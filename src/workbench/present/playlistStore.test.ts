import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { linkEntry } from '../../experiment/playlist/playlistJson';
import { entryState } from '../arrivals/entryState';
import { lessonEntry } from './makePlaylist';

const [first, second, third] = ['batch-sizes', 'overfitting', 'dropout'].map(lessonEntry);

/** The store as a page has it that was just opened. */
async function opened() {
  vi.resetModules();
  const store = await import('./playlistStore');
  await store.restorePlaylists();
  return store;
}

const lessonsOf = ({ currentPlaylist }: Awaited<ReturnType<typeof opened>>) =>
  currentPlaylist().entries.map((entry) => (entry.kind === 'lesson' ? entry.lesson : ''));

beforeEach(async () => {
  const { forget } = await import('../device/device');
  await forget('playlists');
});

test('a playlist is made, moved and renamed, and the next visit has it', async () => {
  const store = await opened();
  store.addEntries([first, second, third].flatMap((entry) => (entry ? [entry] : [])));
  store.moveEntry(2, 0);
  store.moveEntry(0, 7);
  expect(lessonsOf(store)).toEqual(['dropout', 'batch-sizes', 'overfitting']);
  store.renamePlaylist('Week 1');
  store.renameEntry(1, 'Batches');
  store.deleteEntry(0);
  await vi.waitFor(async () => expect((await opened()).currentPlaylist().name).toBe('Week 1'));
  const later = await opened();
  await vi.waitFor(async () => expect(lessonsOf(await opened())).toEqual(['batch-sizes', 'overfitting']));
  expect(later.currentPlaylist().entries[0]?.name).toBe('Batches');
});

test('a row keeps its key when its entry is moved and renamed', async () => {
  const store = await opened();
  store.addEntries([first, second].flatMap((entry) => (entry ? [entry] : [])));
  const keys = store.currentPlaylist().entries.map(store.keyOfEntry);
  store.renameEntry(0, 'One');
  store.moveEntry(0, 1);
  expect(store.currentPlaylist().entries.map(store.keyOfEntry)).toEqual(keys.reverse());
});

test('a list that arrives takes the place of an empty one, and stands beside one that is not', async () => {
  const store = await opened();
  const arrived = { name: 'Arrived', entries: first ? [first] : [] };
  store.addPlaylist(arrived);
  expect(store.playlistStore.getState().lists).toHaveLength(1);
  store.addPlaylist({ ...arrived, name: 'Second' });
  expect(store.playlistStore.getState().lists).toHaveLength(2);
  expect(store.currentPlaylist().name).toBe('Second');
  store.deletePlaylist();
  store.deletePlaylist();
  expect(store.currentPlaylist()).toEqual({ name: '', entries: [] });
});

test('a deleted list is put back where it was, also where it was the only one', async () => {
  const store = await opened();
  const [one, two, three] = ['One', 'Two', 'Three'].map((name) => ({ name, entries: first ? [first] : [] }));
  if (!one || !two || !three) throw new Error('no lists');
  [one, two, three].forEach(store.addPlaylist);
  store.openPlaylist(1);
  store.deletePlaylist();
  store.putPlaylistBack(two, 1);
  expect(store.playlistStore.getState()).toMatchObject({ lists: [one, two, three], open: 1 });
  for (let left = 3; left > 0; left -= 1) store.deletePlaylist();
  store.putPlaylistBack(one, 0);
  expect(store.playlistStore.getState().lists).toEqual([one]);
});

test.each([
  [null],
  ['lists'],
  [{ lists: 7, open: -1 }],
  [{ lists: [null, { playlist: 'Kept', entries: [{ lesson: 'dropout' }, { lesson: '!' }] }], open: 1 }],
])('what was kept is read like anything from outside: %j', async (kept) => {
  const { keep } = await import('../device/device');
  await keep('playlists', kept);
  const store = await opened();
  const isGood = JSON.stringify(kept)?.includes('Kept');
  expect(lessonsOf(store)).toEqual(isGood ? ['dropout'] : []);
});

test('a picture opens at the step that its row names, and a lesson at its own', async () => {
  const store = await opened();
  const screen = linkEntry('v=1&p=beale&at=7', 'Beale');
  store.addEntries([screen, lessonEntry('batch-sizes')]);
  const key = store.keyOfEntry(screen);
  const stepOf = (index: number) => {
    const entry = store.currentPlaylist().entries[index];
    return entry && entryState(entry)?.step;
  };
  expect(stepOf(0)).toBe(7);
  store.setEntryStep(0, 42);
  expect(stepOf(0)).toBe(42);
  const [changed, lesson] = store.currentPlaylist().entries;
  expect(changed && store.keyOfEntry(changed)).toBe(key);
  expect(changed?.name).toBe('Beale');
  store.setEntryStep(0, 0);
  expect(stepOf(0)).toBe(0);
  store.setEntryStep(1, 3);
  expect(store.currentPlaylist().entries[1]).toBe(lesson);
});
