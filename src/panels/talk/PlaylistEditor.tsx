import { useTranslations } from 'use-intl';
import { limits } from '../../experiment';
import {
  addEntries,
  addPlaylist,
  openPlaylist,
  renamePlaylist,
  usePlaylist,
  usePlaylists,
} from '../../workbench/present/playlistStore';
import { lessonEntry, screenEntry, chapterEntries } from '../../workbench/present/makePlaylist';
import { chapters, findLesson, lessonsOf } from '../../lessons';
import { usePreference } from '../../workbench/stores/preferences';
import { inLanguage } from '../../language';
import { AddIcon, PresentIcon } from '../controls/Icons';
import { Choice } from '../controls/lists/Choice';
import { DeletePlaylist } from './DeletePlaylist';
import { EntryList } from './EntryList';
import { SavePlaylist } from './SavePlaylist';

interface PlaylistEditorProps {
  /** Presents the playlist from one of its entries on. */
  readonly onPresent: (index: number) => void;
}

/** The user's playlists: one of them is open. */
export function PlaylistEditor({ onPresent }: PlaylistEditorProps) {
  const t = useTranslations('present');
  const { entries } = usePlaylist();
  const isKept = usePlaylists((state) => state.isKept);
  return (
    <section className="talk-playlist" aria-label={t('playlist')}>
      <ListChoice />
      {entries.length === 0 ? <p className="soft">{t('empty')}</p> : <EntryList onPresent={onPresent} />}
      <AddRow />
      <div className="talk-row">
        <button
          type="button"
          className="button button-strong"
          disabled={entries.length === 0}
          onClick={() => onPresent(0)}
        >
          <PresentIcon /> {t('presentList')}
        </button>
        <SavePlaylist />
      </div>
      {!isKept && (
        <p className="soft" role="status">
          {t('notKept')}
        </p>
      )}
    </section>
  );
}

/** Which list is open, its name, and lists that begin and end. */
function ListChoice() {
  const t = useTranslations('present');
  const lists = usePlaylists((state) => state.lists);
  const open = usePlaylists((state) => state.open);
  const { name } = usePlaylist();
  const options = lists.map((list, i) => ({ value: String(i), label: list.name || t('unnamed', { number: i + 1 }) }));
  return (
    <div className="talk-row">
      <strong>{t('playlist')}</strong>
      {lists.length > 1 && (
        <Choice
          label={t('openList')}
          value={String(open)}
          groups={[{ options }]}
          onChange={(value) => openPlaylist(Number(value))}
        />
      )}
      <input
        className="text-input talk-name"
        aria-label={t('listName')}
        placeholder={t('listName')}
        maxLength={limits.playlistName}
        value={name}
        onChange={({ target }) => renamePlaylist(target.value)}
      />
      <button type="button" className="button" onClick={() => addPlaylist()}>
        <AddIcon /> {t('newList')}
      </button>
      <DeletePlaylist />
    </div>
  );
}

/** In the list of what can be added: a chapter by this and its name, a lesson by its key alone. */
const CHAPTER = 'chapter:';
const NOTHING = 'nothing';

function AddRow() {
  const t = useTranslations('present');
  const words = useTranslations('lessons');
  const language = usePreference((state) => state.language);
  const isFull = usePlaylist().entries.length >= limits.playlistEntries.max;
  const groups = [
    { options: [{ value: NOTHING, label: t('addLesson') }] },
    ...chapters.map((chapter) => ({
      label: words(`chapter.${chapter}`),
      options: [
        { value: CHAPTER + chapter, label: t('wholeChapter', { chapter: words(`chapter.${chapter}`) }) },
        ...lessonsOf(chapter).map(({ id, title }) => ({ value: id, label: inLanguage(title, language) })),
      ],
    })),
  ];
  const add = (value: string) => {
    const chapter = chapters.find((one) => CHAPTER + one === value);
    if (chapter) addEntries(chapterEntries(chapter));
    else if (findLesson(value)) addEntries([lessonEntry(value)]);
  };
  if (isFull) return <p className="soft">{t('full', { count: limits.playlistEntries.max })}</p>;
  return (
    <div className="talk-row">
      <button type="button" className="button" onClick={() => addEntries([screenEntry()])}>
        <AddIcon /> {t('addScreen')}
      </button>
      <Choice label={t('addLesson')} value={NOTHING} groups={groups} onChange={add} />
    </div>
  );
}
