import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { FailedDialog } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';

const LessonsDialog = lazyWith(() => import('../lessons/LessonsDialog'), undefined, FailedDialog);

/** Opens the list of prepared experiments. */
export function LessonsButton() {
  const t = useTranslations('header');
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button ref={button} type="button" className="button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('lessons')}
      </button>
      {isOpen && <LessonsDialog onClose={() => setOpen(false)} opener={() => button.current} />}
    </>
  );
}
