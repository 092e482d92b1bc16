import { useTranslations } from 'use-intl';
import type { Complaint } from '../../experiment/core/complaints';
import type { Playlist } from '../../experiment/playlist/types';
import { setArrival } from '../../workbench/arrivals/arrivalStore';
import { addPlaylist } from '../../workbench/present/playlistStore';
import { startPresenting } from '../../workbench/present/startPresenting';
import { withLateMessages } from '../late/LateMessages';
import { ComplaintList } from './ComplaintList';

interface PlaylistArrivalProps {
  readonly playlist: Playlist;
  readonly complaints: readonly Complaint[];
}

/** A playlist that was opened, and what can be done with it. */
export default withLateMessages(function PlaylistArrival({ playlist, complaints }: PlaylistArrivalProps) {
  const t = useTranslations('present');
  const count = playlist.entries.length;
  const keep = () => {
    addPlaylist(playlist);
    setArrival(null);
  };
  const presentIt = () => {
    keep();
    startPresenting(playlist);
  };
  return (
    <div className="arrival">
      <p>{t(playlist.name === '' ? 'arrived' : 'arrivedNamed', { name: playlist.name, count })}</p>
      {complaints.length > 0 && (
        <>
          <p>{t('leftOut')}</p>
          <ComplaintList complaints={complaints} />
        </>
      )}
      {count > 0 && (
        <span className="button-pair">
          <button type="button" className="button button-strong" onClick={presentIt}>
            {t('presentIt')}
          </button>
          <button type="button" className="button" onClick={keep}>
            {t('keepIt')}
          </button>
        </span>
      )}
    </div>
  );
});
