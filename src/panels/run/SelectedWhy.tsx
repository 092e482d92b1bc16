import { useShallow } from 'zustand/shallow';
import { MarkerIcon } from '../../plots';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { useResults } from '../../workbench/stores/resultStore';
import { withLateMessages } from '../late/LateMessages';
import { useOutcomeMessage } from '../shared/messages';
import { useRunStyles, useSelected } from '../shared/runs';
import Why from '../theory/Why';
import '../styles/scrollShadow.css';
import './selectedWhy.css';

/**
 * How the selected run ended, and why. Above the cards and always of the same height: no sentence and no other selection moves
 * the control under the user's hand.
 */
export default withLateMessages(function SelectedWhy() {
  const selected = useSelected();
  const style = useRunStyles()[selected];
  const message = useOutcomeMessage();
  const optimizer = useExperimentPart(({ runs }) => runs[selected]?.optimizer);
  // The trace on the screen is that of the optimizer before until the new one has come.
  const outcome = useResults(
    useShallow(({ trace, traced }) =>
      traced?.runs[selected]?.optimizer === optimizer ? (trace?.runs[selected]?.outcome ?? null) : null,
    ),
  );
  return (
    <div className="selected-why scroll-shadow">
      {style && (
        <p>
          <MarkerIcon style={style} /> <strong>{style.label}</strong> · {message(outcome)}
        </p>
      )}
      <Why run={selected} isBrief />
    </div>
  );
});
