import { useTranslations } from 'use-intl';
import { reset } from '../../workbench/edits/restart';
import { ResetIcon } from '../controls/Icons';
import { LaterWords } from '../shared/LaterWords';

function Button() {
  const t = useTranslations('restart');
  return (
    <button type="button" className="button" title={t('resetAbout')} onClick={reset}>
      <ResetIcon />
      {t('reset')}
    </button>
  );
}

/** All settings as at first; the seed stays. */
export default function ResetButton() {
  return (
    <LaterWords>
      <Button />
    </LaterWords>
  );
}
