import { useTranslations } from 'use-intl';
import { FailedDialog } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import { startPresenting } from '../../workbench/present/startPresenting';
import { PlaylistIcon, PresentIcon } from '../controls/Icons';
import { DialogButton } from '../shared/DialogButton';

const TalkDialog = lazyWith(() => import('../talk/TalkDialog'), undefined, FailedDialog);

/** Presents what is on the screen; and the dialog for what else is presented, and how. */
export function PresentButtons() {
  const t = useTranslations('header');
  return (
    <span className="button-pair wide-only">
      <button
        type="button"
        className="button button-icon"
        aria-label={t('present')}
        data-tip={t('present')}
        onClick={() => startPresenting()}
      >
        <PresentIcon />
      </button>
      <DialogButton className="button button-icon" aria-label={t('talk')} data-tip={t('talk')} dialog={TalkDialog}>
        <PlaylistIcon />
      </DialogButton>
    </span>
  );
}
