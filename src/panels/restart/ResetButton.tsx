import { useTranslations } from 'use-intl';
import { reset } from '../../workbench/edits/restart';
import { ResetIcon } from '../controls/lateIcons';
import { withLateMessages } from '../late/LateMessages';

/** Resets the experiment to the defaults of its problem; keeps the optimizers and the seed. */
export default withLateMessages(function ResetButton() {
  const t = useTranslations('restart');
  return (
    <button type="button" className="button" title={t('resetAbout')} onClick={() => void reset()}>
      <ResetIcon />
      {t('reset')}
    </button>
  );
});
