import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { FailedDialog } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import { CodeIcon } from '../controls/Icons';

const CodeDialog = lazyWith(() => import('../code/CodeDialog'), undefined, FailedDialog);

/** Opens the code of the runs. */
export function CodeButton() {
  const t = useTranslations('header');
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button button-icon"
        aria-label={t('code')}
        title={t('code')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <CodeIcon />
      </button>
      {isOpen && <CodeDialog onClose={() => setOpen(false)} opener={() => button.current} />}
    </>
  );
}
