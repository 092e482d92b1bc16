import { DragDropProvider } from '@dnd-kit/react';
import { isSortable, useSortable } from '@dnd-kit/react/sortable';
import { useTranslations } from 'use-intl';
import { lastStep, limits } from '../../experiment';
import type { PlaylistEntry } from '../../experiment/playlist/types';
import { entryState } from '../../workbench/arrivals/entryState';
import {
  deleteEntry,
  keyOfEntry,
  moveEntry,
  renameEntry,
  setEntryStep,
  usePlaylist,
} from '../../workbench/present/playlistStore';
import { PlayIcon, RemoveIcon } from '../controls/Icons';
import { NumberField } from '../controls/numbers/NumberField';
import { HandleIcon } from '../controls/lateIcons';
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
      <EntryStep entry={entry} index={index} />
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

/** The step at which a picture opens; lessons have steps of their own. */
function EntryStep({ entry, index }: Pick<EntryRowProps, 'entry' | 'index'>) {
  const t = useTranslations('present');
  const state = entryState(entry);
  if (entry.kind === 'lesson' || !state) return <span />;
  return (
    <span className="talk-step">
      <span aria-hidden="true">{t('opensAt')}</span>
      <NumberField
        label={t('entryStep', { number: index + 1 })}
        value={state.step ?? 0}
        limits={{ min: 0, max: lastStep(state.experiment), integer: true }}
        onChange={(step) => setEntryStep(index, step)}
      />
    </span>
  );
}
