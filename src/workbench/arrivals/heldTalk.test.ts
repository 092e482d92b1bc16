import { beforeEach, expect, test, vi } from 'vitest';
import { arrivalStore, endPlaylistOffer, setArrival } from './arrivalStore';
import { forgetTalk, heldTalk, holdTalk } from './heldTalk';
import { offerHeldTalk, takePlaylist } from './takePlaylist';

const playlist = { version: 1, playlist: 'Week 1', entries: [{ lesson: 'dropout' }, { lesson: 'overfitting' }] };

beforeEach(() => {
  const items = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => items.set(name, value),
    removeItem: (name: string) => items.delete(name),
  });
  setArrival(null);
});

test('a talk that was offered is offered again after a reload, until it is dismissed', () => {
  takePlaylist(playlist);
  // A reload leaves the session and nothing of the page.
  const held = sessionStorage.getItem('overshoot.talk') ?? '';
  setArrival(null);
  expect(heldTalk()).toBeNull();
  sessionStorage.setItem('overshoot.talk', held);
  offerHeldTalk();
  expect(arrivalStore.getState().arrival).toMatchObject({ kind: 'playlist', playlist: { name: 'Week 1' }, from: null });
});

test.each([
  [1, 1],
  // The list is shorter than that.
  [7, 1],
])('a talk that was at picture %i goes on at %i', (index, from) => {
  holdTalk({ playlist, index });
  offerHeldTalk();
  expect(arrivalStore.getState().arrival).toMatchObject({ kind: 'playlist', from });
});

test.each(['', 'null', '7', '{', '{"index": 1}', '{"playlist": {"entries": []}, "index": 0}'])(
  'a damaged session offers nothing: %j',
  (text) => {
    sessionStorage.setItem('overshoot.talk', text);
    offerHeldTalk();
    expect(arrivalStore.getState().arrival).toBeNull();
  },
);

test('where the storage is blocked, the page goes on without it', () => {
  const refuse = () => {
    throw new DOMException('blocked', 'SecurityError');
  };
  vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  takePlaylist(playlist);
  expect(heldTalk()).toBeNull();
  forgetTalk();
  expect(arrivalStore.getState().arrival).toMatchObject({ kind: 'playlist' });
});

test.each([
  ['reload', 'playlist'],
  ['back_forward', 'playlist'],
  ['navigate', undefined],
])('of a page that was opened by %s, the talk that the tab held is %s', (type, kind) => {
  holdTalk({ playlist, index: 1 });
  vi.stubGlobal('performance', { getEntriesByType: () => [{ type }] });
  offerHeldTalk();
  vi.unstubAllGlobals();
  expect(arrivalStore.getState().arrival?.kind).toBe(kind);
});

test('a link that is opened ends the offer of a playlist, and of nothing else', () => {
  takePlaylist(playlist);
  endPlaylistOffer();
  expect(arrivalStore.getState().arrival).toBeNull();
  expect(heldTalk()).toBeNull();
  setArrival({ kind: 'notJson', line: 1, column: 2 });
  endPlaylistOffer();
  expect(arrivalStore.getState().arrival).toMatchObject({ kind: 'notJson' });
});
