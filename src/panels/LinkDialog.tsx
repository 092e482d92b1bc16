import * as Dialog from '@radix-ui/react-dialog';
import { useTranslations } from 'use-intl';
import { currentAddress } from '../workbench/shownAddress';

/** The link in a field, selected, for browsers that do not let a page copy. */
export default function LinkDialog({ onClose, opener }: { readonly onClose: () => void; readonly opener: () => HTMLElement | null }) {
  const t = useTranslations('header');
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-veil" />
        <Dialog.Content
          className="dialog"
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            // Opened by no trigger that the dialog knows, so it cannot know where the focus came from.
            event.preventDefault();
            opener()?.focus();
          }}
        >
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
