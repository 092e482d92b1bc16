import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { localKeys } from '../device/storedKeys';

/** The colours of a talk: those of the page, stronger ones for a weak projector, or ones that colour-blind people tell apart. */
export const palettes = ['standard', 'contrast', 'distinct'] as const;
type Palette = (typeof palettes)[number];

interface PresentPreferences {
  readonly palette: Palette;
  /** Whether a picture plays by itself when it comes, as a remote without a key for it needs. */
  readonly playsAtOnce: boolean;
}

const key = localKeys.talkPreferences;

const isPalette = (value: unknown): value is Palette => palettes.some((palette) => palette === value);

/** What this browser has stored; the defaults where the storage is blocked, empty or damaged. */
function stored(): PresentPreferences {
  let found: unknown = null;
  try {
    found = JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    // Private windows may refuse the storage, and its content may be anything.
  }
  const { palette, playsAtOnce }: Partial<Record<keyof PresentPreferences, unknown>> =
    typeof found === 'object' && found !== null ? found : {};
  return { palette: isPalette(palette) ? palette : 'standard', playsAtOnce: playsAtOnce === true };
}

const presentPreferences = createStore<PresentPreferences>(() => stored());

export function preferForTalks(change: Partial<PresentPreferences>): void {
  presentPreferences.setState(change);
  try {
    // What another tab has stored in the meantime is kept.
    localStorage.setItem(key, JSON.stringify({ ...stored(), ...change }));
  } catch {
    // The preference is then not stored, but it applies until the page is closed.
  }
}

/** Takes what the browser has stored now, for when it was cleared. */
export const rereadTalkPreferences = (): void => presentPreferences.setState(stored());

export const playsAtOnce = (): boolean => presentPreferences.getState().playsAtOnce;

export const usePresentPreference = <T>(select: (state: PresentPreferences) => T): T =>
  useStore(presentPreferences, select);
