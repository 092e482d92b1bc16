import { useTranslations } from 'use-intl';
import { parametersOf } from '../../experiment';
import { useAnalyses } from '../../workbench/requests/analysisStore';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { lazyWith } from '../../late/lazyWith';
import { useProse } from '../shared/useProse';
import { digitsApart } from '../theory/digits';

/** Its sentences are many, and the first stop of the opening says none of them. */
const Why = lazyWith(() => import('../theory/Why'));

/**
 * What a run does, in a sentence. Of gradient descent on a constant curvature it can be said for any rate at once: along the
 * steepest direction an update multiplies the distance from the minimum by 1 - 2 lr/limit.
 */
export function StageSentence({ run }: { readonly run: number }) {
  const optimizer = useExperimentPart(({ runs }) => runs[run]?.optimizer);
  const isPlain = useExperimentPart(({ runs }) => !runs[run]?.modifiers && !runs[run]?.batch);
  const parameters = useExperimentPart(({ problem }) => parametersOf(problem).length);
  const lr = useExperimentPart(({ runs }) => Number(runs[run]?.hyper['lr']));
  const analysis = useAnalyses((analyses) => analyses[run]);
  const edge = analysis?.edge;
  const isSimple = optimizer === 'gd' && isPlain && edge?.applies === 'exact' && edge.limit !== null;
  const factor = isSimple ? 1 - (2 * lr) / Number(edge.limit) : Number.NaN;
  if (isSimple && (parameters === 1 || factor <= -1))
    return <FactorSentence factor={factor} isOnly={parameters === 1} />;
  return analysis && <Why run={run} isBrief hasButton={false} />;
}

/**
 * @param factor what an update multiplies the signed distance from the minimum by
 * @param isOnly whether there is no other direction
 */
function FactorSentence({ factor, isOnly }: { readonly factor: number; readonly isOnly: boolean }) {
  const t = useTranslations('stage');
  const write = useProse();
  const percent = Math.abs(100 * factor);
  // 120%, 84%, 99.9%; but 100.2%, because 100% would be neither wider nor narrower.
  const share = `${write(percent, digitsApart([percent, 100]))}%`;
  const kind = kindOf(factor);
  const isSteepest = !isOnly && (kind === 'forEver' || kind === 'grows');
  return <p className="why">{t(isSteepest ? `steep.${kind}` : `factor.${kind}`, { share })}</p>;
}

function kindOf(factor: number): 'same' | 'once' | 'swings' | 'forEver' | 'grows' {
  if (factor === 0) return 'once';
  if (factor === -1) return 'forEver';
  if (factor > 0) return 'same';
  return factor > -1 ? 'swings' : 'grows';
}
