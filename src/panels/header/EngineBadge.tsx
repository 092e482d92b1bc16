import { useTranslations } from 'use-intl';
import { lazyWith } from '../../late/lazyWith';
import { useResults } from '../../workbench/stores/resultStore';
import './engineBadge.css';

// Where what it says about itself cannot be loaded, its name stays.
const EngineStatus = lazyWith(() => import('./EngineStatus'), EngineName, EngineName);

function EngineName() {
  const t = useTranslations('engine');
  return <span className="engine-badge">{t(useResults(({ status }) => status?.engine ?? 'starting'))}</span>;
}

/** The engine and precision that computed the results, once they are known. */
export const EngineBadge = () => (useResults(({ status }) => status) ? <EngineStatus /> : <EngineName />);
