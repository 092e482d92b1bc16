import * as Dialog from '@radix-ui/react-dialog';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import '../styles/scrollShadow.css';
import './dialogShell.css';

/** What every dialog gets from the component that opens it. */
export interface DialogProps {
  readonly onClose: () => void;
  /** The element that gets the focus back. */
  readonly opener: () => HTMLElement | null;
}

interface DialogShellProps extends DialogProps {
  readonly title: string;
  /** What the dialog is for; shown below the title. */
  readonly about?: string;
  readonly className?: string;
  /** Whether it is one column at any width, which scrolls where it is higher than the window. */
  readonly isColumn?: boolean;
  /** Whether a button that closes the dialog comes last; a dialog with its own button for that needs none. */
  readonly hasClose?: boolean;
  /** What stands beside that button, where the line begins. */
  readonly besideClose?: ReactNode;
  readonly children: ReactNode;
}

/** A dialog over the page, open while it is mounted. Escape and a press outside it close it too. */
export function DialogShell({
  title,
  about,
  className = '',
  isColumn = false,
  hasClose = true,
  besideClose,
  onClose,
  opener,
  children,
}: DialogShellProps) {
  const t = useTranslations('header');
  const close = <Dialog.Close className="button">{t('close')}</Dialog.Close>;
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-veil" />
        <Dialog.Content
          className={`dialog ${isColumn ? 'dialog-column scroll-shadow' : ''} ${className}`}
          // Without this Radix warns about a dialog that has no description.
          {...(!about && { 'aria-describedby': undefined })}
          onCloseAutoFocus={(event) => {
            // Radix knows no trigger for this dialog, so it cannot know where the focus came from.
            event.preventDefault();
            opener()?.focus();
          }}
        >
          <Dialog.Title className="dialog-title">{title}</Dialog.Title>
          {about && <Dialog.Description className="dialog-about">{about}</Dialog.Description>}
          {children}
          {hasClose && !besideClose && close}
          {hasClose && besideClose && (
            <div className="dialog-foot">
              {besideClose}
              {close}
            </div>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
