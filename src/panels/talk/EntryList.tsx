import { DragDropProvider } from '@dnd-kit/react';
import { isSortable, useSortable } from '@dnd-kit/react/sortable';
import { useTranslations } from 'use-intl';
import { limits } from '../../experiment';
import type { PlaylistEntry } from '../../experiment/playlist/types';
import { deleteEntry, keyOfEntry, moveEntry, renameEntry, usePlaylist } from '../../workbench/present/playlistStore';
import { PlayIcon, RemoveIcon } from '../controls/Icons';
import { HandleIcon } from '../controls/talkIcons';
import { useOwnName } from './entryName';

interface EntryListProps {
  readonly onPresent: (index: number) => void;
}

/** The entries of the playlist, which are moved by dragging their handles, or by Enter on a handle and the arrow keys. */
export function EntryList({ onPresent }: EntryListProps) {
  const t = useTranslations('present');
  const { entries } = usePlaylist();
  return (
    <DragDropProvider
      onDragEnd={({ operation: { source }, canceled }) => {
        if (!canceled && isSortable(source)) moveEntry(source.initialIndex, source.index);
      }}
    >
      <ol className="talk-entries" aria-label={t('entries')}>
        {entries.map((entry, index) => (
          <EntryRow key={keyOfEntry(entry)} entry={entry} index={index} onPresent={onPresent} />
        ))}
      </ol>
    </DragDropProvider>
  );
}

interface EntryRowProps extends EntryListProps {
  readonly entry: PlaylistEntry;
  readonly index: number;
}

function EntryRow({ entry, index, onPresent }: EntryRowProps) {
  const t = useTranslations('present');
  const { ref, handleRef, isDragging } = useSortable({ id: keyOfEntry(entry), index });
  const ownName = useOwnName()(entry);
  const name = entry.name || ownName;
  const number = index + 1;
  return (
    <li ref={ref} className="talk-entry" data-dragging={isDragging || undefined}>
      <button
        type="button"
        ref={handleRef}
        className="button button-icon button-quiet talk-handle"
        aria-label={t('move', { number, name })}
        data-own-keys
      >
        <HandleIcon />
      </button>
      <span className="talk-number">{number}</span>
      <input
        className="text-input"
        aria-label={t('entryName', { number })}
        placeholder={ownName}
        maxLength={limits.playlistName}
        value={entry.name}
        onChange={({ target }) => renameEntry(index, target.value)}
      />
      <button
        type="button"
        className="button button-icon button-quiet"
        aria-label={t('presentFrom', { number, name })}
        onClick={() => onPresent(index)}
      >
        <PlayIcon />
      </button>
      <button
        type="button"
        className="button button-icon button-quiet"
        aria-label={t('deleteEntry', { number, name })}
        onClick={() => deleteEntry(index)}
      >
        <RemoveIcon />
      </button>
    </li>
  );
}
