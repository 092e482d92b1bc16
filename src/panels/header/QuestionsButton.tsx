import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { FailedDialog } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import { QuestionIcon } from '../controls/Icons';

const QuestionsDialog = lazyWith(() => import('../questions/QuestionsDialog'), undefined, FailedDialog);

/** Opens the search for questions. */
export function QuestionsButton() {
  const t = useTranslations('header');
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        className="button ask"
        data-tip={t('questions')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <QuestionIcon />
        <span className="ask-text">{t('questions')}</span>
      </button>
      {isOpen && <QuestionsDialog onClose={() => setOpen(false)} opener={() => button.current} />}
    </>
  );
}
