import { expect, test, vi } from 'vitest';
import { localKeys } from '../device/storedKeys';

const held = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => held.get(key) ?? null,
  setItem: (key: string, value: string) => void held.set(key, value),
});

test('what another tab has chosen in the meantime is kept', async () => {
  const { preferForTalks } = await import('./presentPreferences');
  held.set(localKeys.talkPreferences, JSON.stringify({ palette: 'contrast', playsAtOnce: false }));
  preferForTalks({ playsAtOnce: true });
  expect(JSON.parse(held.get(localKeys.talkPreferences) ?? '')).toEqual({ palette: 'contrast', playsAtOnce: true });
});
