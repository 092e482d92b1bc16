import type { ProblemChoice } from '../../experiment/core/types';
import { lossTextOf } from '../../workbench/requests/problem';
import { FailedSilently } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import './problemFormula.css';
import '../shared/tex.css';

const LossFormula = lazyWith<{ readonly choice: ProblemChoice }>(
  () => import('./LossFormula'),
  ({ choice }) => <code className="tex-plain">{lossTextOf(choice)}</code>,
  FailedSilently,
);

/** The loss as mathematics; its plain text until the typesetter has loaded. */
export function ProblemFormula({ choice, className }: { readonly choice: ProblemChoice; readonly className: string }) {
  return (
    <div className={`problem-formula ${className}`}>
      <LossFormula choice={choice} />
    </div>
  );
}
