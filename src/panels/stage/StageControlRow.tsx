import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { formatNumber, MarkerIcon } from '../../plots';
import { useAnalyses } from '../../workbench/requests/analysisStore';
import { useFirstPictureShown } from '../../workbench/firstPicture';
import { settle, useExperimentPart } from '../../workbench/stores/experimentStore';
import { NumberField } from '../controls/numbers/NumberField';
import { toPosition } from '../controls/numbers/scales';
import { ValueSlider } from '../controls/numbers/ValueSlider';
import { holding } from '../shared/rateRange';
import { useRateSlider } from '../shared/useRateSlider';
import { useHeldRange } from '../controls/numbers/useHeldRange';
import { useRunStyles } from '../shared/runs';
import { EdgeMark } from '../theory/EdgeMark';
import { moveStageControl, stageValueOf } from './stageControl';
import type { LabelledControl } from './stageScales';

interface StageControlRowProps extends LabelledControl {
  /** Whether the stability edge is marked. */
  readonly showsHints: boolean;
}

/** The largest stable rate of a run, if it is exact: a line that holds only nearly would contradict what is seen. */
const useExactEdge = (run: number, name: string, showsHints: boolean): number | null =>
  useAnalyses((analyses) => {
    const edge = analyses[run]?.edge;
    return showsHints && name === 'lr' && edge?.applies === 'exact' ? edge.limit : null;
  });

/** One wide slider with its number, in the colour of its run; on that of a learning rate the stability edge is marked. */
export function StageControlRow(props: StageControlRowProps) {
  const { run, name, label, limits, followsEdge, showsHints } = props;
  const t = useTranslations('stage');
  const id = useId();
  const value = useExperimentPart(({ runs }) => stageValueOf(runs[run], name));
  const edge = useExactEdge(run, name, showsHints);
  // The line is a later part: its words do not come before it.
  const limit = useFirstPictureShown() ? edge : null;
  const styles = useRunStyles();
  const style = styles[run];
  const rate = useRateSlider({ run, value, scale: props.scale, max: limits.max });
  // A range around the edge would give it away.
  const range = followsEdge && showsHints ? rate.scale : holding(props.scale, value);
  const { scale, onGrasp, onRelease } = useHeldRange(range);
  const move = (next: number, settled: boolean) => moveStageControl({ run, name }, next, settled);
  return (
    <div className="stage-control" style={style && { '--run': style.colour }}>
      <span className="stage-control-label" id={id}>
        {style && styles.length > 1 && <MarkerIcon style={style} />}
        <span>{label}</span>
      </span>
      <span className="stage-slider">
        <span className="stage-track">
          <ValueSlider
            label={label}
            about={t('sliderAbout')}
            scale={scale}
            value={value}
            onChange={move}
            snap={limit}
            onGrasp={onGrasp}
            onSettle={() => {
              onRelease();
              settle();
            }}
          />
          {limit !== null && <EdgeMark run={run} scale={scale} />}
        </span>
        {showsHints && name === 'lr' && (
          <span className="stage-edge" aria-hidden="true">
            {limit !== null && (
              <span style={{ insetInlineStart: `${100 * toPosition(scale, limit)}%` }}>
                {t('edge', { limit: formatNumber(limit, 3) })}
              </span>
            )}
          </span>
        )}
      </span>
      <span className="stage-number">
        <NumberField label={label} value={value} limits={limits} onChange={(next) => move(next, true)} />
      </span>
    </div>
  );
}
