import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { toPlaylistJson } from '../../experiment/playlist/playlistJson';
import { playlistLink } from '../../experiment/playlist/playlistLink';
import { addressOf } from '../../workbench/address/address';
import { usePlaylist } from '../../workbench/present/playlistStore';
import { downloadText } from '../shared/download';
import { useCopy } from '../shared/useCopy';

/** The characters that some system does not allow in the name of a file. */
const forbidden = /[\\/:*?"<>|]/g;

/** Takes the playlist elsewhere: as a file, or as a link. */
export function SavePlaylist() {
  const t = useTranslations('present');
  const playlist = usePlaylist();
  const { state, copy } = useCopy();
  const [link, setLink] = useState<string | null>(null);
  const [isTooLong, setTooLong] = useState(false);
  const isEmpty = playlist.entries.length === 0;
  const save = () => {
    const name = playlist.name.replace(forbidden, ' ').trim() || 'playlist';
    downloadText(`${JSON.stringify(toPlaylistJson(playlist), null, 2)}\n`, `${name}.json`, 'application/json');
  };
  const copyLink = async () => {
    const fragment = await playlistLink(playlist);
    setTooLong(fragment === null);
    if (fragment === null) return;
    setLink(addressOf(fragment));
    copy(addressOf(fragment));
  };
  return (
    <>
      <button type="button" className="button" disabled={isEmpty} onClick={save}>
        {t('saveFile')}
      </button>
      <button type="button" className="button" disabled={isEmpty} onClick={() => void copyLink()}>
        {t(state === 'copied' ? 'linkCopied' : 'copyLink')}
      </button>
      <span className="talk-saved" role="status">
        {isTooLong && t('tooLong')}
        {link !== null && state === 'refused' && (
          <input className="text-input" readOnly aria-label={t('copyLink')} value={link} />
        )}
      </span>
    </>
  );
}
