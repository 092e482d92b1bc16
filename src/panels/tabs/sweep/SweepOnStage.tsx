import { useExperiment } from '../../../workbench/stores/experimentStore';
import { useScreen } from '../../../workbench/stores/screenStore';
import { sweepOf, type Sweep } from '../../../workbench/stores/sweepStore';
import { withLateMessages } from '../../late/LateMessages';
import { useAxisNames } from './axisNames';
import { SweepFigureOrNotice } from './SweepFigureOrNotice';
import './sweepTab.css';

/** The sweep without its controls. */
export default withLateMessages(function SweepOnStage() {
  const experiment = useExperiment();
  const chosen = useScreen((state) => state.sweep);
  const selected = useScreen((state) => state.selected);
  const sweep = sweepOf(experiment, selected, chosen);
  const run = experiment.runs[sweep.run];
  return run ? <SweepOfRun sweep={sweep} run={run} /> : null;
});

function SweepOfRun({ sweep, run }: { readonly sweep: Sweep; readonly run: Sweep['experiment']['runs'][number] }) {
  const nameOf = useAxisNames(sweep.experiment, run);
  return <SweepFigureOrNotice sweep={sweep} nameOf={nameOf} />;
}
