import { useTranslations } from 'use-intl';
import { redo, undo, useCanRedo, useCanUndo } from '../../workbench/stores/experimentStore';
import { RedoIcon, UndoIcon } from '../controls/Icons';

export function HistoryButtons() {
  const t = useTranslations('header');
  const canUndo = useCanUndo();
  const canRedo = useCanRedo();
  return (
    <div className="button-pair">
      <button
        type="button"
        className="button button-icon"
        aria-label={t('undo')}
        data-tip={t('undo')}
        aria-keyshortcuts="Control+Z Meta+Z"
        disabled={!canUndo}
        onClick={undo}
      >
        <UndoIcon />
      </button>
      <button
        type="button"
        className="button button-icon"
        aria-label={t('redo')}
        data-tip={t('redo')}
        aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z Control+Y"
        disabled={!canRedo}
        onClick={redo}
      >
        <RedoIcon />
      </button>
    </div>
  );
}
