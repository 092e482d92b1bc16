import { useTranslations } from 'use-intl';
import { FailedDialog } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import { DialogButton } from '../shared/DialogButton';

const LessonsDialog = lazyWith(() => import('../lessons/LessonsDialog'), undefined, FailedDialog);

/** Opens the list of prepared experiments. */
export function LessonsButton() {
  const t = useTranslations('header');
  return (
    <DialogButton className="button" dialog={LessonsDialog}>
      {t('lessons')}
    </DialogButton>
  );
}
