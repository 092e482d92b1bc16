import { useTranslations } from 'use-intl';
import type { Reason } from '../../engine/theory';
import { formatNumber } from '../../plots';
import { useAnalyses } from '../../workbench/requests/analysisStore';
import { useResults } from '../../workbench/stores/resultStore';
import { setScreen, useScreen } from '../../workbench/stores/screenStore';
import { withLateMessages } from '../late/LateMessages';
import './why.css';

/** Significant digits of numbers in sentences. */
const DIGITS = 3;

/** Whole numbers stay numbers, because they decide singular and plural; all others are rounded texts. */
const readable = (value: string | number): string | number =>
  typeof value === 'string' || Number.isInteger(value) ? value : formatNumber(value, DIGITS);

function useSentence(): (reason: Reason) => string {
  const t = useTranslations('why');
  return ({ code, values }) =>
    t(
      code,
      Object.fromEntries(Object.entries<string | number>(values).map(([name, value]) => [name, readable(value)])),
    );
}

interface WhyProps {
  readonly run: number;
  /** The short form: one sentence for a run that ended as expected, and a button that opens the curvature tab. */
  readonly isBrief?: boolean;
  /** Whether the short form has the button. */
  readonly hasButton?: boolean;
}

const expectedOutcomes: ReadonlySet<string> = new Set(['converged', 'descending']);

/** Why a run ended as it did, in a sentence or two. */
export default withLateMessages(function Why({ run, isBrief = false, hasButton = true }: WhyProps) {
  const t = useTranslations('edge');
  const sentence = useSentence();
  const why = useAnalyses((analyses) => analyses[run]?.why);
  const outcome = useResults((state) => state.trace?.runs[run]?.outcome?.kind);
  const isHidden = useScreen((state) => state.hidesFuture);
  if (isHidden || !why || why.length === 0 || outcome === undefined) return null;
  const said = isBrief && expectedOutcomes.has(outcome) ? why.slice(0, 1) : why;
  return (
    <p className="why">
      {said.map(sentence).join(t('between'))}{' '}
      {isBrief && hasButton && (
        <button type="button" className="more" onClick={() => setScreen({ tab: 'curvature' })}>
          {t('show')}
        </button>
      )}
    </p>
  );
});
