import { useTranslations } from 'use-intl';
import { useResults } from '../../workbench/stores/resultStore';
import { Hint } from '../controls/Hint';
import './engineBadge.css';

/** The engine and precision that computed the results, and the reason if it is not the fastest engine. */
export function EngineBadge() {
  const t = useTranslations('engine');
  const status = useResults((state) => state.status);
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
