import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { facts } from '../../language';
import { clearStored } from '../../workbench/storage/clearStored';
import { storedThings, type Stored } from '../../workbench/storage/storedThings';
import { usePreference } from '../../workbench/stores/preferences';
import { DialogShell, type DialogProps } from '../controls/DialogShell';
import { withLateMessages } from '../late/LateMessages';
import './storageDialog.css';

/** How much there is of a kind, in words; the names of what has names. */
function useDetail(): (stored: Stored) => string {
  const t = useTranslations('stored');
  const language = usePreference((state) => state.language);
  const named = ({ names }: Stored, nameless: string) =>
    names.map((name) => (name === '' ? nameless : name)).join(facts[language].comma);
  return (stored) => {
    const { kind, count, names, bytes } = stored;
    switch (kind) {
      case 'logs':
      case 'playlists':
        return named(stored, t('nameless'));
      case 'data':
        return names.map((rows) => t('detail.data', { rows: Number(rows) })).join(facts[language].comma);
      case 'files':
        return t('detail.files', { count, megabytes: Math.round(bytes / 1e5) / 10 });
      case 'opening':
        return '';
      case 'talk':
        return t('detail.talk');
      default:
        return t(`detail.${kind}`, { count });
    }
  };
}

interface StoredListProps {
  readonly things: readonly Stored[];
}

function StoredList({ things }: StoredListProps) {
  const t = useTranslations('stored');
  const detailOf = useDetail();
  return (
    <ul className="stored-list">
      {things.map((stored) => (
        <li key={stored.kind}>
          <span>{t(`kind.${stored.kind}`)}</span> <span className="soft stored-detail">{detailOf(stored)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Everything that the page has stored in this browser, and a button that removes it. */
export default withLateMessages(function StorageDialog(props: DialogProps) {
  const t = useTranslations('stored');
  const [things, setThings] = useState<readonly Stored[] | null>(null);
  const [removed, setRemoved] = useState<readonly Stored[]>([]);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => void storedThings().then(setThings), []);
  const clear = async () => {
    const before = things ?? [];
    const isCleared = await clearStored();
    const left = await storedThings();
    setRefused(!isCleared);
    // Where the browser refuses, what is not listed any more may only be out of the page's sight.
    setRemoved(isCleared ? before.filter(({ kind }) => left.every((other) => other.kind !== kind)) : []);
    setThings(left);
  };
  return (
    <DialogShell
      {...props}
      isColumn
      title={t('title')}
      about={t('about')}
      besideClose={
        things && things.length > 0 ? (
          <button type="button" className="button" onClick={() => void clear()}>
            {t('clear')}
          </button>
        ) : undefined
      }
    >
      {things && things.length > 0 && <StoredList things={things} />}
      <div role="status" className="stored-status">
        {isRefused ? <p>{t('refused')}</p> : things?.length === 0 && <p>{t('none')}</p>}
        {removed.length > 0 && (
          <>
            <p>{t('removed')}</p>
            <StoredList things={removed} />
          </>
        )}
      </div>
    </DialogShell>
  );
});
