import { useTranslations } from 'use-intl';
import { FailedDialog } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import { SaveIcon } from '../controls/Icons';
import { DialogButton } from '../shared/DialogButton';

const ExportDialog = lazyWith(() => import('../export/ExportDialog'), undefined, FailedDialog);

/** Opens what the page can be saved as. */
export function ExportButton() {
  const t = useTranslations('header');
  return (
    <DialogButton
      className="button button-icon export-button"
      aria-label={t('export')}
      data-tip={t('export')}
      dialog={ExportDialog}
    >
      <SaveIcon />
    </DialogButton>
  );
}
