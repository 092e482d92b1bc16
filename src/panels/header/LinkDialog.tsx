import { useTranslations } from 'use-intl';
import { currentAddress } from '../../workbench/address/currentAddress';
import { DialogShell, type DialogProps } from '../controls/DialogShell';

/** The link in a field, selected, for browsers that do not let a page copy. */
export default function LinkDialog(props: DialogProps) {
  const t = useTranslations('header');
  return (
    <DialogShell {...props} title={t('notCopied')}>
      <input
        className="text-input"
        readOnly
        value={currentAddress()}
        aria-label={t('share')}
        onFocus={(event) => event.target.select()}
      />
    </DialogShell>
  );
}
