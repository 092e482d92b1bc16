import { useTranslations } from 'use-intl';
import { setArrival, type PlaylistArrival as Arrived } from '../../workbench/arrivals/arrivalStore';
import { addPlaylist } from '../../workbench/present/playlistStore';
import { startPresenting } from '../../workbench/present/startPresenting';
import { withLateMessages } from '../late/LateMessages';
import { ComplaintList } from './ComplaintList';

/** A playlist that was opened or, before a reload, presented, and what can be done with it. */
export default withLateMessages(function PlaylistArrival(arrived: Arrived) {
  return arrived.from === null ? <NewPlaylist {...arrived} /> : <Interrupted {...arrived} from={arrived.from} />;
});

/** The page was reloaded while the list was presented. */
function Interrupted({ playlist, from }: Arrived & { readonly from: number }) {
  const t = useTranslations('present');
  const goOn = () => {
    setArrival(null);
    startPresenting(playlist, from);
  };
  const place = { name: playlist.name, number: from + 1, count: playlist.entries.length };
  return (
    <div className="arrival playlist-arrival">
      <p>{t(playlist.name === '' ? 'interrupted' : 'interruptedNamed', place)}</p>
      <button type="button" className="button button-strong" onClick={goOn}>
        {t('goOn')}
      </button>
    </div>
  );
}

function NewPlaylist({ playlist, complaints }: Arrived) {
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
    <div className="arrival playlist-arrival">
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
}
