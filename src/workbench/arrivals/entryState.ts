import { decodeLink, defaultStage, type LinkState } from '../../experiment';
import type { PlaylistEntry } from '../../experiment/playlist/types';
import { findLesson, lessonState } from '../../lessons';

const states = new WeakMap<PlaylistEntry, LinkState>();

/**
 * What an entry shows: at the first step unless its link names one, on the stage that its link chose. Null for a lesson that
 * does not exist.
 */
export function entryState(entry: PlaylistEntry): LinkState | null {
  const found = states.get(entry) ?? read(entry);
  if (found) states.set(entry, found);
  return found;
}

function read(entry: PlaylistEntry): LinkState | null {
  const lesson = entry.kind === 'lesson' ? findLesson(entry.lesson) : undefined;
  if (entry.kind === 'lesson' && !lesson) return null;
  const state = entry.kind === 'link' ? decodeLink(entry.link).state : lesson && lessonState(lesson);
  return state
    ? { ...state, step: state.step ?? 0, stage: state.stage ?? defaultStage(state.experiment, state.tab) }
    : null;
}

/** The link of an entry, by which user data are found. */
export const linkOfEntry = (entry: PlaylistEntry): string => (entry.kind === 'link' ? entry.link : '');
