import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useShallow } from 'zustand/shallow';
import { MarkerIcon } from '../../plots';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { useResults } from '../../workbench/stores/resultStore';
import { withLateMessages } from '../late/LateMessages';
import { useOutcomeMessage } from '../shared/messages';
import { useRunStyles, useSelected } from '../shared/runs';
import { useTracedLabel } from './useTracedLabel';
import Why from '../theory/Why';
import '../styles/scrollShadow.css';
import './selectedWhy.css';

/** Whether a text is higher than the box that it stands in, whatever changes. */
function useIsCut() {
  const box = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [isCut, setCut] = useState(false);
  useLayoutEffect(() => {
    const [outer, inner] = [box.current, text.current];
    if (!outer || !inner) return undefined;
    const observer = new ResizeObserver(() => setCut(inner.offsetHeight > outer.clientHeight + 1));
    observer.observe(outer);
    observer.observe(inner);
    return () => observer.disconnect();
  }, []);
  return { box, text, isCut };
}

/**
 * How the selected run ended, and why. Above the cards and always of the same height: no sentence and no other selection moves
 * the control under the user's hand. A longer text scrolls, and one press shows it whole, over what is below.
 */
export default withLateMessages(function SelectedWhy() {
  const t = useTranslations('edge');
  const [isWhole, setWhole] = useState(false);
  const { box, text, isCut } = useIsCut();
  const selected = useSelected();
  const style = useRunStyles()[selected];
  // What is said is of the run on the screen, until the new one has been computed.
  const label = useTracedLabel(selected);
  const message = useOutcomeMessage();
  const optimizer = useExperimentPart(({ runs }) => runs[selected]?.optimizer);
  // The trace on the screen is that of the optimizer before until the new one has come.
  const outcome = useResults(
    useShallow(({ trace, traced }) =>
      traced?.runs[selected]?.optimizer === optimizer ? (trace?.runs[selected]?.outcome ?? null) : null,
    ),
  );
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isWhole) return;
    event.stopPropagation();
    setWhole(false);
  };
  const closeOutside = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setWhole(false);
  };
  return (
    <div ref={box} className="selected-why" data-whole={isCut && isWhole} onBlur={closeOutside} onKeyDown={closeByKey}>
      <div className="selected-why-card" tabIndex={-1}>
        <div className="selected-why-text scroll-shadow">
          <div ref={text}>
            {style && (
              <p>
                <MarkerIcon style={style} /> <strong>{label ?? style.label}</strong> · {message(outcome)}
              </p>
            )}
            <Why run={selected} isBrief />
          </div>
        </div>
        {isCut && (
          <button type="button" className="more" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? t('less') : t('whole')}
          </button>
        )}
      </div>
    </div>
  );
});
