import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { FailedDialog } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import { currentAddress } from '../../workbench/address/currentAddress';
import { useCopy } from '../shared/useCopy';

const ShareDialog = lazyWith(() => import('../share/ShareDialog'), undefined, FailedDialog);

/** Copies the link to the current screen at once, and opens everything else about sharing. */
export function ShareButton() {
  const t = useTranslations('header');
  const button = useRef<HTMLButtonElement>(null);
  const copying = useCopy();
  const [copied, setCopied] = useState<string | null>(null);
  const open = () => {
    const link = currentAddress();
    copying.copy(link);
    setCopied(link);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button button-strong share-button"
        aria-haspopup="dialog"
        data-tip={t('shareAbout')}
        onClick={open}
      >
        {t('share')}
      </button>
      {copied !== null && (
        <ShareDialog
          copying={copying}
          copiedFirst={copied}
          onClose={() => setCopied(null)}
          opener={() => button.current}
        />
      )}
    </>
  );
}
