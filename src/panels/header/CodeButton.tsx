import { useTranslations } from 'use-intl';
import { FailedDialog } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import { CodeIcon } from '../controls/Icons';
import { DialogButton } from '../shared/DialogButton';

const CodeDialog = lazyWith(() => import('../code/CodeDialog'), undefined, FailedDialog);

/** Opens the code of the runs. */
export function CodeButton() {
  const t = useTranslations('header');
  return (
    <DialogButton className="button button-icon" aria-label={t('code')} data-tip={t('code')} dialog={CodeDialog}>
      <CodeIcon />
    </DialogButton>
  );
}
