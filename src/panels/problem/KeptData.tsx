import { useTranslations } from 'use-intl';
import { currentAddress } from '../../workbench/address/currentAddress';
import { forgetUserData, keepAgain } from '../../workbench/device/userData';
import { useKeeping } from '../../workbench/device/userDataStore';
import { currentExperiment } from '../../workbench/stores/experimentStore';
import { withLateMessages } from '../late/LateMessages';

const linkNow = (): string => currentAddress().split('#')[1] ?? '';

/** Why data have no settings for sampling, whether the user data on the screen are kept on this device, and the button that forgets them or keeps them. */
export default withLateMessages(function KeptData() {
  const t = useTranslations('kept');
  const keeping = useKeeping();
  return (
    <>
      <p className="soft">{t('given')}</p>
      <p className="soft" role="status">
        {t(keeping)}{' '}
        {keeping === 'kept' && (
          <button type="button" className="more" onClick={() => void forgetUserData(currentExperiment())}>
            {t('forget')}
          </button>
        )}
        {keeping === 'forgotten' && (
          <button type="button" className="more" onClick={() => void keepAgain(currentExperiment(), linkNow())}>
            {t('keep')}
          </button>
        )}
      </p>
    </>
  );
});
