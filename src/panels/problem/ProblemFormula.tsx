import { lazy, Suspense } from 'react';
import type { ProblemChoice } from '../../experiment/core/types';
import { lossTextOf } from '../../workbench/requests/subject';
import './problemFormula.css';
import '../shared/tex.css';

const LossFormula = lazy(() => import('./LossFormula'));

/** The loss as mathematics; as it was written, until the typesetter has loaded. */
export function ProblemFormula({ choice, className }: { readonly choice: ProblemChoice; readonly className: string }) {
  return (
    <div className={`problem-formula ${className}`}>
      <Suspense fallback={<code className="tex-plain">{lossTextOf(choice)}</code>}>
        <LossFormula choice={choice} />
      </Suspense>
    </div>
  );
}
