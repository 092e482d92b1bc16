import { useTranslations } from 'use-intl';
import { useResults } from '../../workbench/stores/resultStore';
import { withLateMessages } from '../late/LateMessages';

/** The engine and precision, and the reason if it is not the fastest engine. */
export default withLateMessages(function EngineStatus() {
  const t = useTranslations('engine');
  const about = useTranslations('engineAbout');
  const status = useResults((state) => state.status);
  if (status === null) return null;
  const sentences = [
    about('drawnBy', { engine: t(status.engine) }),
    ...(status.renderer === undefined ? [] : [about('renderer', { renderer: status.renderer })]),
    ...(status.reason === undefined ? [] : [about(status.reason)]),
  ];
  return (
    <button
      type="button"
      className="engine-badge"
      data-fallback={status.reason !== undefined}
      data-tip={sentences.join(' · ')}
    >
      {t(status.engine)}
      <span className="visually-hidden">{sentences.join('. ')}</span>
    </button>
  );
});
