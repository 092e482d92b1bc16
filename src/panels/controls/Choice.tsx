import { lazy, Suspense } from 'react';

export interface Option {
  readonly value: string;
  readonly label: string;
}

export interface OptionGroup {
  readonly label?: string;
  readonly options: readonly Option[];
}

export interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly groups: readonly OptionGroup[];
  readonly onChange: (value: string) => void;
  readonly className?: string;
}

const ChoiceList = lazy(() => import('./ChoiceList'));

/** The text shown for the chosen value. */
export const chosenLabel = ({ groups, value }: Pick<ChoiceProps, 'groups' | 'value'>): string =>
  groups.flatMap((group) => group.options).find((option) => option.value === value)?.label ?? value;

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
