import * as Dialog from '@radix-ui/react-dialog';
import { useTranslations } from 'use-intl';
import { currentAddress } from '../workbench/address';

/** The link in a field, selected, for browsers that do not let a page copy. */
export default function LinkDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations('header');
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-veil" />
        <Dialog.Content className="dialog" aria-describedby={undefined}>
          <Dialog.Title className="dialog-title">{t('notCopied')}</Dialog.Title>
          <input
            className="text-input"
            readOnly
            value={currentAddress()}
            aria-label={t('share')}
            onFocus={(event) => event.target.select()}
          />
          <Dialog.Close className="button">{t('close')}</Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
