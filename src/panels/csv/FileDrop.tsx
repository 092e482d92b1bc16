import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { showOnScreen, useScreen } from '../../workbench/stores/screenStore';
import { LaterWords } from '../shared/LaterWords';
import './fileDrop.css';

const OwnDataDialog = lazy(() => import('./OwnDataDialog'));

const carriesFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

/** Whether a file is held over the page; one that is let go opens the dialog. What is dragged and is no file is left alone. */
function useFileDrop(): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    // Every element on the way says that it was left; outside the page there is no next one.
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      if (!carriesFiles(event)) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) showOnScreen({ userDataDialog: { file } });
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

/** Takes files that are dropped anywhere on the page, and opens the dialog for a person's own data. */
export default function FileDrop() {
  const isOver = useFileDrop();
  const isOpen = useScreen((state) => state.userDataDialog !== null);
  return (
    <Suspense fallback={null}>
      <LaterWords>
        {isOver && <DropHint />}
        {isOpen && <OwnDataDialog />}
      </LaterWords>
    </Suspense>
  );
}
