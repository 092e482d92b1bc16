import { useTranslations } from 'use-intl';
import type { Caveat } from '../../engine/theory';
import { formatNumber } from '../../plots';
import { useAnalyses } from '../../workbench/requests/analysisStore';
import { toPosition, type SliderRange } from '../controls/numbers/scales';
import { withLateMessages } from '../late/LateMessages';
import './lrEdge.css';

/** The caveats of a limit that is not exact. All other codes say why there is no limit. */
const caveats = [
  'noMinimum',
  'notQuadratic',
  'adaptive',
  'notConstantRate',
  'noisy',
] as const satisfies readonly Caveat[];

interface LrEdgeProps {
  readonly run: number;
  readonly scale: SliderRange;
}

/** A mark at the largest stable rate on the rate's slider, with hatching above it, and a word if the limit is not exact. */
export default withLateMessages(function LrEdge({ run, scale }: LrEdgeProps) {
  const t = useTranslations('edge');
  const edge = useAnalyses((analyses) => analyses[run]?.edge);
  if (!edge || edge.limit === null || edge.limit >= scale.range[1]) return null;
  const caveat = caveats.find((candidate) => candidate === edge.reasons[0]);
  return (
    <span className="lr-edge-room">
      <span
        className="lr-edge"
        style={{ insetInlineStart: `${100 * toPosition(scale, edge.limit)}%` }}
        data-exact={edge.applies === 'exact'}
      >
        <span className="visually-hidden">{t('mark', { limit: formatNumber(edge.limit, 4) })}</span>
        {caveat !== undefined && <span className="lr-edge-word">{t(`word.${caveat}`, { at: edge.at })}</span>}
      </span>
    </span>
  );
});
