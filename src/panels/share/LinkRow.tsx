import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { isOnUserData } from '../../experiment';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import type { Copying } from '../shared/useCopy';
import { isOnlyHere } from './choices';
import { QrDialog } from './QrDialog';

interface LinkRowProps {
  readonly link: string;
  readonly title: string;
  /** The link that was copied last, or was to be. */
  readonly copied: string;
  readonly state: Copying['state'];
  readonly onCopy: (link: string) => void;
}

/** The link with what can be done with it, and what its receiver should know. */
export function LinkRow({ link, title, copied, state, onCopy }: LinkRowProps) {
  const t = useTranslations('share');
  const loses = useExperimentPart(isOnUserData);
  // What has changed since is not what was copied.
  const now = copied === link ? state : 'idle';
  return (
    <section className="share-link">
      <input
        className="text-input"
        readOnly
        value={link}
        aria-label={t('link')}
        onFocus={(event) => event.target.select()}
      />
      <div className="share-buttons">
        <button type="button" className="button button-strong" onClick={() => onCopy(link)}>
          {t(now === 'copied' ? 'copied' : 'copy')}
        </button>
        <QrButton link={link} />
        {typeof navigator.share === 'function' && (
          <button type="button" className="button" onClick={() => void shareBySystem(link, title)}>
            {t('system')}
          </button>
        )}
      </div>
      <p className="share-state" role="status">
        {now === 'copied' && <span className="visually-hidden">{t('copied')}</span>}
        {now === 'refused' && t('notCopied')}
        {loses && <span>{t('loses')}</span>}
        {isOnlyHere() && <span>{t('onlyHere')}</span>}
      </p>
    </section>
  );
}

/** A user who closes the system's dialog has shared nothing, and need not be told. */
const shareBySystem = (url: string, title: string): Promise<void> =>
  navigator.share({ url, ...(title !== '' && { title }) }).catch(() => undefined);

function QrButton({ link }: { readonly link: string }) {
  const t = useTranslations('share');
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button ref={button} type="button" className="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('qr')}
      </button>
      {isOpen && <QrDialog link={link} onClose={() => setOpen(false)} opener={() => button.current} />}
    </>
  );
}
