import { useTranslations } from 'use-intl';
import { lazyWith } from '../../late/lazyWith';
import { useResults } from '../../workbench/stores/resultStore';
import './engineBadge.css';

const EngineStatus = lazyWith(() => import('./EngineStatus'), Starting);

function Starting() {
  return <span className="engine-badge">{useTranslations('engine')('starting')}</span>;
}

/** The engine and precision that computed the results, once they are known. */
export const EngineBadge = () => (useResults((state) => state.status === null) ? <Starting /> : <EngineStatus />);
