import { useTranslations } from 'use-intl';
import { useResults } from '../../../workbench/stores/resultStore';
import { setScreen } from '../../../workbench/stores/screenStore';
import type { FollowSweepOptions } from '../../../workbench/requests/sweepRequests';
import { useCurrentSweep, type Sweep } from '../../../workbench/stores/sweepStore';
import { withLateMessages } from '../../late/LateMessages';
import { useAxisNames } from './axisNames';
import { SweepFigureOrNotice } from './SweepFigureOrNotice';
import './smallSweep.css';

/** A quarter of the runs of the large sweep, started once the user has paused. */
const following: FollowSweepOptions = { side: 128, quietMs: 600 };

function SmallFigure({ sweep, run }: { readonly sweep: Sweep; readonly run: Sweep['experiment']['runs'][number] }) {
  const t = useTranslations('sweep');
  const nameOf = useAxisNames(sweep.experiment, run);
  return (
    <aside className="small-sweep" aria-label={t('title')}>
      <button type="button" className="more" onClick={() => setScreen({ tab: 'sweep' })}>
        {t('open')}
      </button>
      <div className="small-sweep-plot">
        <SweepFigureOrNotice sweep={sweep} nameOf={nameOf} following={following} />
      </div>
    </aside>
  );
}

/** The sweep of the selected run at a glance, beside the tabs that leave room for it. */
export default withLateMessages(function SmallSweep() {
  const sweep = useCurrentSweep();
  const engine = useResults((state) => state.status?.engine);
  const run = sweep.experiment.runs[sweep.run];
  // Its room is kept until the engine is known: beside it, a rule's lines break earlier.
  if (engine === undefined) return <div className="small-sweep" />;
  // On the CPU it would take seconds that the user did not ask for.
  return run && engine === 'webgl' ? <SmallFigure sweep={sweep} run={run} /> : null;
});
