import { useRef, useState, type ButtonHTMLAttributes, type ComponentType } from 'react';
import type { DialogProps } from '../controls/DialogShell';

interface DialogButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly dialog: ComponentType<DialogProps>;
  /** What an icon says when the pointer rests on it. */
  readonly 'data-tip'?: string;
}

/** A button that opens a dialog, and gets the focus back. */
export function DialogButton({ dialog: OwnDialog, ...attributes }: DialogButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button {...attributes} ref={button} type="button" aria-haspopup="dialog" onClick={() => setOpen(true)} />
      {isOpen && <OwnDialog onClose={() => setOpen(false)} opener={() => button.current} />}
    </>
  );
}
