import { useTranslations } from 'use-intl';
import type { PlaylistEntry } from '../../experiment/playlist/types';
import { findLesson } from '../../lessons';
import { entryState } from '../../workbench/arrivals/entryState';
import { usePreference } from '../../workbench/stores/preferences';
import { inLanguage } from '../../language';
import { useContents } from '../shared/contents';

/** Names an entry by what it shows. Uses late messages. */
export function useOwnName(): (entry: PlaylistEntry) => string {
  const t = useTranslations('lessons');
  const language = usePreference((state) => state.language);
  const contents = useContents();
  return (entry) => {
    const state = entryState(entry);
    if (!state) return t('unknown', { id: entry.kind === 'lesson' ? entry.lesson : '' });
    const lesson = typeof state.lesson === 'string' ? findLesson(state.lesson) : undefined;
    return inLanguage(lesson?.title, language) ?? contents(state.experiment);
  };
}
