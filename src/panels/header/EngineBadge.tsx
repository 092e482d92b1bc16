import { useTranslations } from 'use-intl';
import { usePicture } from '../../workbench/stores/pictureStore';
import { Hint } from '../controls/Hint';
import './engineBadge.css';

/** The engine and precision that computed the results, and why not the faster one. */
export function EngineBadge() {
  const t = useTranslations('engine');
  const status = usePicture((state) => state.status);
  if (status === null) return <span className="engine-badge">{t('starting')}</span>;
  const sentences = [
    t('drawnBy', { engine: t(status.engine) }),
    ...(status.renderer === undefined ? [] : [t('renderer', { renderer: status.renderer })]),
    ...(status.reason === undefined ? [] : [t(status.reason)]),
  ];
  return (
    <Hint text={sentences.join(' · ')}>
      <button type="button" className="engine-badge" data-fallback={status.reason !== undefined}>
        {t(status.engine)}
        <span className="visually-hidden">{sentences.join('. ')}</span>
      </button>
    </Hint>
  );
}
