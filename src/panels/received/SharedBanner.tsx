import { useTranslations } from 'use-intl';
import { setScreen } from '../../workbench/stores/screenStore';
import { DismissButton } from '../controls/DismissButton';
import { withLateMessages } from '../late/LateMessages';
import { SharedWords } from './SharedWords';

/** What the sender of the link says, above the workbench, until it is dismissed. */
export default withLateMessages(function SharedBanner() {
  const t = useTranslations('share');
  return (
    <section className="shared-banner" aria-label={t('fromSender')}>
      <SharedWords />
      <DismissButton onClick={() => setScreen({ title: null, note: null })} />
    </section>
  );
});
