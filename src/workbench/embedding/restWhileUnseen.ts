import type { WorkerClient } from '../../engine/worker/workerClient.types';
import { screenStore, setScreen } from '../stores/screenStore';
import { quietly } from './quietly';

/** Milliseconds out of sight after which the worker is ended: who only scrolls past comes back sooner. */
const RELEASE_MS = 2000;

/** While the embed is scrolled out of sight, it does not play, and after a moment it holds no worker and no graphics context. */
export function restWhileUnseen(client: Pick<WorkerClient, 'release'>): void {
  let wasPlaying = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  const rest = () => {
    wasPlaying = screenStore.getState().playing;
    quietly(() => setScreen({ playing: false }));
    // Again and again: while an answer is due, the worker stays.
    timer ??= setInterval(() => client.release(), RELEASE_MS);
  };
  const wake = () => {
    clearInterval(timer);
    timer = undefined;
    if (wasPlaying) quietly(() => setScreen({ playing: true }));
    wasPlaying = false;
  };
  new IntersectionObserver((entries) => (entries.at(-1)?.isIntersecting === true ? wake() : rest())).observe(
    document.documentElement,
  );
}
