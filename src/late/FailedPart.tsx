import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { countBrokenPart } from './attempts';
import { LoadError } from './loadOnce';
import './failedPart.css';
import { messageOf } from '../engine/common/messageOf';

export interface FailureProps {
  readonly error: unknown;
  readonly tryAgain: () => void;
}

/** What happened to a part of the page, as a sentence. */
function useFailureText(): (error: unknown) => string {
  const t = useTranslations('failedPart');
  return (error) => (error instanceof LoadError ? t('notLoaded') : t('threw', { message: messageOf(error) }));
}

/** In place of a part of the page: what happened to it, and a button that tries it again. */
export function FailedPart({ error, tryAgain }: FailureProps) {
  const t = useTranslations('failedPart');
  const textOf = useFailureText();
  useEffect(() => (error instanceof LoadError ? undefined : countBrokenPart()), [error]);
  return (
    <div className="failed-part" role="alert">
      <p>{textOf(error)}</p>
      <button type="button" className="button" onClick={tryAgain}>
        {t('again')}
      </button>
    </div>
  );
}

/** For what is only an addition to its placeholder: the placeholder stays. */
export const FailedSilently = ({ children }: { readonly children: ReactNode }) => children;

/** For a control: its picture, which does nothing, and a small button that tries it again. */
export function FailedControl({ error, tryAgain, children }: FailureProps & { readonly children: ReactNode }) {
  const t = useTranslations('failedPart');
  const textOf = useFailureText();
  const label = `${textOf(error)} ${t('again')}`;
  return (
    <>
      {children}
      <button type="button" className="failed-control" aria-label={label} title={label} onClick={tryAgain}>
        ↻
      </button>
    </>
  );
}

interface FailedDialogProps extends FailureProps {
  readonly part: { readonly onClose: () => void };
}

/** For a dialog: the browser's own, because the library of ours may be what is missing. */
export function FailedDialog({ part, ...failure }: FailedDialogProps) {
  const t = useTranslations('header');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="failed-dialog" onClose={part.onClose}>
      <FailedPart {...failure} />
      <form method="dialog">
        <button className="button">{t('close')}</button>
      </form>
    </dialog>
  );
}
