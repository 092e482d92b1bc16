import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Playlist } from '../../experiment/playlist/types';
import { deletePlaylist, putPlaylistBack, usePlaylist, usePlaylists } from '../../workbench/present/playlistStore';
import { RemoveIcon } from '../controls/Icons';

interface Deleted {
  readonly list: Playlist;
  readonly index: number;
}

/** Deletes the playlist that is open, and takes that back. */
export function DeletePlaylist() {
  const t = useTranslations('present');
  const list = usePlaylist();
  const index = usePlaylists((state) => state.open);
  const isAlone = usePlaylists((state) => state.lists.length === 1);
  const [deleted, setDeleted] = useState<Deleted | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isNothing = isAlone && list.entries.length === 0 && list.name === '';
  const remove = () => {
    setDeleted({ list, index });
    deletePlaylist();
  };
  const undo = ({ list, index }: Deleted) => {
    putPlaylistBack(list, index);
    setDeleted(null);
    button.current?.focus();
  };
  return (
    <>
      <button ref={button} type="button" className="button" disabled={isNothing} onClick={remove}>
        <RemoveIcon /> {t('deleteList')}
      </button>
      <span className="talk-deleted" role="status">
        {deleted && (
          <>
            {t('deleted', { name: deleted.list.name || t('unnamed', { number: deleted.index + 1 }) })}{' '}
            <button type="button" className="button" onClick={() => undo(deleted)}>
              {t('undoDelete')}
            </button>
          </>
        )}
      </span>
    </>
  );
}
