import { useTranslations } from 'use-intl';
import { findRule, symbolOf } from '../../catalogue';
import type { Edge } from '../../engine/theory';
import { limitExpression, theoryHyperOfRun } from '../../engine/theory';
import type { Run } from '../../experiment/core/types';
import { print } from '../../formula';
import { expressionTex } from '../../formula/tex';
import { formatNumber } from '../../plots';
import { useAnalyses } from '../../workbench/requests/analysisStore';
import { usePreference } from '../../workbench/stores/preferences';
import { useExperiment } from '../../workbench/stores/experimentStore';
import { withLateMessages } from '../late/LateMessages';
import { runLabel } from '../shared/runNames';
import { useSelected } from '../shared/runs';
import { Tex } from '../shared/Tex';
import './edgeLegend.css';

/** What a higher rate does: settling is the question at a minimum, and the gradients that an adaptive rule divides by move the edge. */
const legendOf = ({ at, curvature }: Edge) =>
  at === 'start' || at === 'end' ? 'legendPoint' : curvature === 'preconditioned' ? 'legendAdaptive' : 'legend';

/** The formula of the limit, specialized to these hyperparameters, such as 2/λ. */
function LimitFormula({ run }: { readonly run: Run }) {
  const optimizer = findRule(run.optimizer);
  const expression = optimizer && limitExpression(optimizer, theoryHyperOfRun(run));
  if (!optimizer || !expression) return null;
  const symbol = (name: string) => (name === 'lambda' ? '\\lambda_{\\mathrm{max}}' : symbolOf(optimizer, name));
  return <Tex tex={`\\displaystyle ${expressionTex(expression, { symbol })}`} plain={print(expression)} />;
}

function LimitText({
  edge,
  limit,
  run,
  label,
}: {
  readonly edge: Edge;
  readonly limit: number;
  readonly run: Run;
  readonly label: string;
}) {
  const t = useTranslations('edge');
  return (
    <p className="edge-legend">
      <span className="edge-sign" aria-hidden="true" />
      {[t(legendOf(edge), { label, at: edge.at }), t(`lambda.${edge.curvature}`, { weight: edge.weight })].join(
        t('between'),
      )}
      <span className="edge-equations">
        <span>
          <LimitFormula run={run} /> = {formatNumber(limit, 4)}
        </span>
        {edge.lambda !== null && (
          <span>
            <Tex tex="\lambda_{\mathrm{max}}" plain="lambda" /> = {formatNumber(edge.lambda, 4)}
          </span>
        )}
      </span>
      {edge.reasons.map((reason) => t(`because.${reason}`, { label, at: edge.at })).join(t('between'))}
    </p>
  );
}

/** What the mark on the rate's slider means for the selected run, with its numbers. */
export default withLateMessages(function EdgeLegend() {
  const t = useTranslations('edge');
  const index = useSelected();
  const run = useExperiment().runs[index];
  const language = usePreference((state) => state.language);
  const edge = useAnalyses((analyses) => analyses[index]?.edge);
  if (!edge || !run) return null;
  // Not the name that tells it from the others, which often says its rate: this is about any rate.
  const label = runLabel(run, language);
  if (edge.limit !== null) return <LimitText edge={edge} limit={edge.limit} run={run} label={label} />;
  const [reason] = edge.reasons;
  if (reason === undefined) return null;
  const because = t(`because.${reason}`, { label, at: edge.at });
  // Where no theory is known, there may still be an edge.
  const text = reason === 'noTheory' ? because : [t('none', { label }), because].join(t('between'));
  return <p className="edge-legend">{text}</p>;
});
