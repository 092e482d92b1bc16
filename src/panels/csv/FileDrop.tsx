import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { setScreen, useScreen } from '../../workbench/stores/screenStore';
import { withLateMessages } from '../late/LateMessages';
import { FailedDialog } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import { loadOnce } from '../../late/loadOnce';
import './fileDrop.css';

const UserDataDialog = lazyWith(
  () => import('./UserDataDialog'),
  undefined,
  (failure) => <FailedDialog {...failure} part={{ onClose: () => setScreen({ userDataDialog: null }) }} />,
);

const loadArrivals = loadOnce(() => import('../../workbench/arrivals/takeText'));

const carriesFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

/** Whether a file is being dragged over the page. A dropped file opens the dialog; other dragged things are ignored. */
function useFileDrop(): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    // Every element that the pointer leaves sends `dragleave`; `relatedTarget`, the next element, is null only at the
    // edge of the page.
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!carriesFiles(event)) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      // It may be an experiment or a log; everything else is data.
      if (file) void loadArrivals().then(({ takeFile }) => takeFile(file));
    };
    const listeners = { dragover: over, dragleave: leave, drop };
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

/** Takes files that are dropped anywhere on the page, and opens the dialog for user data. */
export default withLateMessages(function FileDrop() {
  const isOver = useFileDrop();
  const isOpen = useScreen((state) => state.userDataDialog !== null);
  return (
    <>
      {isOver && <DropHint />}
      {isOpen && <UserDataDialog />}
    </>
  );
});
