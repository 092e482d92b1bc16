import { lazy, Suspense } from 'react';
import { chosenLabel, type ChoiceProps } from './options';
import './choice.css';

const ChoiceList = lazy(() => import('./ChoiceList'));

/** One of several, in a list that opens. The list loads after the first picture; until then its button stands there. */
export function Choice(props: ChoiceProps) {
  return (
    <Suspense
      fallback={
        <button type="button" className={`choice ${props.className ?? ''}`} aria-label={props.label} aria-busy="true">
          <span className="choice-value">{chosenLabel(props)}</span>
          <span className="choice-arrow" aria-hidden="true" />
        </button>
      }
    >
      <ChoiceList {...props} />
    </Suspense>
  );
}
