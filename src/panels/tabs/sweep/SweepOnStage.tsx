import { useCurrentSweep, type Sweep } from '../../../workbench/stores/sweepStore';
import { withLateMessages } from '../../late/LateMessages';
import { useAxisNames } from './axisNames';
import { SweepFigureOrNotice } from './SweepFigureOrNotice';
import './sweepTab.css';

/** The sweep without its controls. */
export default withLateMessages(function SweepOnStage() {
  const sweep = useCurrentSweep();
  const run = sweep.experiment.runs[sweep.run];
  return run ? <SweepOfRun sweep={sweep} run={run} /> : null;
});

function SweepOfRun({ sweep, run }: { readonly sweep: Sweep; readonly run: Sweep['experiment']['runs'][number] }) {
  const nameOf = useAxisNames(sweep.experiment, run);
  return <SweepFigureOrNotice sweep={sweep} nameOf={nameOf} />;
}
