import { useTranslations } from 'use-intl';
import type { Caveat } from '../../engine/theory';
import { formatNumber } from '../../plots';
import { useAnalyses } from '../../workbench/requests/analysisStore';
import { toPosition, type SliderRange } from '../controls/numbers/scales';
import { LaterWords } from '../shared/LaterWords';
import './lrEdge.css';

/** Where a limit holds only so far; all other reasons are why there is none. */
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

/** On a rate's slider: where the run ceases to settle, the region past it hatched, and a word where that holds only so far. */
function Mark({ run, scale }: LrEdgeProps) {
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
        {caveat !== undefined && <span className="lr-edge-word">{t(`word.${caveat}`)}</span>}
      </span>
    </span>
  );
}

export default function LrEdge(props: LrEdgeProps) {
  return (
    <LaterWords>
      <Mark {...props} />
    </LaterWords>
  );
}
