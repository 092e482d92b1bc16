import { useTranslations } from 'use-intl';
import { FailedDialog } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import { QuestionIcon } from '../controls/Icons';
import { DialogButton } from '../shared/DialogButton';

const QuestionsDialog = lazyWith(() => import('../questions/QuestionsDialog'), undefined, FailedDialog);

/** Opens the search for questions. */
export function QuestionsButton() {
  const t = useTranslations('header');
  return (
    <DialogButton className="button ask" data-tip={t('questions')} dialog={QuestionsDialog}>
      <QuestionIcon />
      <span className="ask-text">{t('questions')}</span>
    </DialogButton>
  );
}
