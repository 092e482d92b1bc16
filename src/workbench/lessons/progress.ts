import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Lesson } from '../../lessons';
import { localKeys } from '../device/storedKeys';

/** The steps, by their index, that were finished of each lesson, by its id. */
export type Progress = Readonly<Record<string, readonly number[]>>;

const key = localKeys.lessons;

const isSteps = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((step) => Number.isInteger(step) && step >= 0);

/** What this browser has stored; nothing where the storage is blocked, empty or damaged. */
export function storedProgress(): Progress {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof found !== 'object' || found === null || Array.isArray(found)) return {};
    return Object.fromEntries(Object.entries(found).filter((entry): entry is [string, number[]] => isSteps(entry[1])));
  } catch {
    // Private windows may refuse the storage, and its content may be anything.
    return {};
  }
}

function store(progress: Progress): void {
  try {
    if (Object.keys(progress).length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(progress));
  } catch {
    // The progress is then not stored, but it is shown until the page is closed.
  }
}

interface ProgressState {
  readonly progress: Progress;
}

export const progressStore = createStore<ProgressState>(() => ({ progress: storedProgress() }));

// What another tab has finished or cleared. The event says nothing of this tab's own changes; a null key stands for all keys.
globalThis.addEventListener?.('storage', (event: StorageEvent) => {
  if (event.key === key || event.key === null) progressStore.setState({ progress: storedProgress() });
});

/** Notes that a step of a lesson was finished. What another tab has stored in the meantime is kept. */
export function finishStep(lesson: Pick<Lesson, 'id'>, step: number): void {
  const { progress } = progressStore.getState();
  if (progress[lesson.id]?.includes(step)) return;
  const all = { ...progress, ...storedProgress() };
  const steps = new Set([...(progress[lesson.id] ?? []), ...(all[lesson.id] ?? []), step]);
  const next = { ...all, [lesson.id]: [...steps].sort((a, b) => a - b) };
  progressStore.setState({ progress: next });
  store(next);
}

export function clearProgress(): void {
  progressStore.setState({ progress: {} });
  store({});
}

/** What has steps: a lesson, or the opening with its stops. */
interface Stepwise {
  readonly id: string;
  readonly steps: readonly unknown[];
}

export const finishedSteps = (progress: Progress, { id, steps }: Stepwise): number =>
  steps.filter((_, step) => progress[id]?.includes(step)).length;

export const isFinished = (progress: Progress, lesson: Stepwise): boolean =>
  finishedSteps(progress, lesson) === lesson.steps.length;

export const useProgress = (): Progress => useStore(progressStore, (state) => state.progress);
