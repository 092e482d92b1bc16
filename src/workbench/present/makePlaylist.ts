import { encodeLink, lastStep } from '../../experiment';
import { linkEntry } from '../../experiment/playlist/playlistJson';
import type { Playlist, PlaylistEntry } from '../../experiment/playlist/types';
import { lessonsOf, type Chapter } from '../../lessons';
import { linkState } from '../address/address';
import { viewForStage } from '../requests/viewForStage';
import { chosenStage } from './stageChoice';

/** What is on the screen as an entry, at the same step, in the same view, on the stage that was chosen for it. */
export function screenEntry(): PlaylistEntry {
  const state = linkState();
  const stage = state.stage ?? chosenStage(state.experiment);
  const step = state.step ?? lastStep(state.experiment);
  return linkEntry(encodeLink({ ...state, step, stage, view: viewForStage() }));
}

export const lessonEntry = (lesson: string): PlaylistEntry => ({ kind: 'lesson', name: '', lesson });

/** The lessons of a chapter, in their order. */
export const chapterEntries = (chapter: Chapter): readonly PlaylistEntry[] =>
  lessonsOf(chapter).map(({ id }) => lessonEntry(id));

export const chapterPlaylist = (chapter: Chapter, name: string): Playlist => ({
  name,
  entries: chapterEntries(chapter),
});
