import { FailedControl } from '../../../late/FailedPart';
import { lazyWith } from '../../../late/lazyWith';
import { chosenLabel, type ChoiceProps } from './options';
import './choice.css';

/** A choice of one of several options, in a list that opens. */
export const Choice = lazyWith<ChoiceProps>(() => import('./ChoiceList'), ChoicePlaceholder, FailedControl);

/** The list's button, without the list. */
function ChoicePlaceholder({ label, value, groups, className = '' }: ChoiceProps) {
  return (
    <button type="button" className={`choice ${className}`} aria-label={label} aria-busy="true">
      <span className="choice-value">{chosenLabel({ groups, value })}</span>
      <span className="choice-arrow" aria-hidden="true" />
    </button>
  );
}
