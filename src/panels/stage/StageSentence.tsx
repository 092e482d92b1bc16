import { useTranslations } from 'use-intl';
import { formatNumber } from '../../plots';
import { useAnalyses } from '../../workbench/requests/analysisStore';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import Why from '../theory/Why';

/** Digits of a percentage: 120%, 84%, 99.9%. */
const DIGITS = 3;

/**
 * What the selected run does, in a sentence. Of gradient descent on one parameter with a constant curvature it can be said
 * for any rate at once: an update multiplies the distance from the minimum by 1 - 2 lr/limit.
 */
export function StageSentence({ run }: { readonly run: number }) {
  const optimizer = useExperimentPart(({ runs }) => runs[run]?.optimizer);
  const isPlain = useExperimentPart(({ runs, start }) => start?.length === 1 && !runs[run]?.modifiers);
  const lr = useExperimentPart(({ runs }) => Number(runs[run]?.hyper['lr']));
  const edge = useAnalyses((analyses) => analyses[run]?.edge);
  const isSimple = optimizer === 'gd' && isPlain && edge?.applies === 'exact' && edge.limit !== null;
  return isSimple ? (
    <FactorSentence factor={1 - (2 * lr) / Number(edge.limit)} />
  ) : (
    <Why run={run} isBrief hasButton={false} />
  );
}

/** @param factor what an update multiplies the signed distance from the minimum by */
function FactorSentence({ factor }: { readonly factor: number }) {
  const t = useTranslations('stage');
  const share = `${formatNumber(Math.abs(100 * factor), DIGITS)}%`;
  return <p className="why">{t(`factor.${kindOf(factor)}`, { share })}</p>;
}

function kindOf(factor: number): 'same' | 'once' | 'swings' | 'forEver' | 'grows' {
  if (factor === 0) return 'once';
  if (factor === -1) return 'forEver';
  if (factor > 0) return 'same';
  return factor > -1 ? 'swings' : 'grows';
}
