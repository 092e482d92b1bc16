import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { carriesFiles } from '../../workbench/arrivals/listenForArrivals';
import { setScreen, useScreen } from '../../workbench/stores/screenStore';
import { withLateMessages } from '../late/LateMessages';
import { FailedDialog } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import './fileDrop.css';

const UserDataDialog = lazyWith(
  () => import('./UserDataDialog'),
  undefined,
  (failure) => <FailedDialog {...failure} part={{ onClose: () => setScreen({ userDataDialog: null }) }} />,
);

/** Whether a file is being dragged over the page. */
function useIsFileOver(): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (carriesFiles(event)) setOver(true);
    };
    // Every element that the pointer leaves sends `dragleave`; `relatedTarget`, the next element, is null only at the
    // edge of the page.
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const listeners = { dragover: over, dragleave: leave, drop: () => setOver(false) };
    for (const [name, listener] of Object.entries(listeners))
      addEventListener(name as keyof typeof listeners, listener);
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        removeEventListener(name as keyof typeof listeners, listener);
    };
  }, []);
  return isOver;
}

function DropHint() {
  const t = useTranslations('csv');
  return <div className="drop-hint">{t('drop')}</div>;
}

/** The dialog for user data, and a hint while a file is dragged over the page. */
export default withLateMessages(function FileDrop() {
  const isOver = useIsFileOver();
  const isOpen = useScreen((state) => state.userDataDialog !== null);
  return (
    <>
      {isOver && <DropHint />}
      {isOpen && <UserDataDialog />}
    </>
  );
});
