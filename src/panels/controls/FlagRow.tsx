import { lazy, Suspense } from 'react';
import { Hint } from './Hint';
import type { FlagRowProps } from './FlagSwitch';
import './flagRow.css';

const FlagSwitch = lazy(() => import('./FlagSwitch'));

/** Something that is on or off. */
export function FlagRow(props: FlagRowProps) {
  const { label, about, value } = props;
  const state = value ? 'checked' : 'unchecked';
  return (
    <Hint text={about} side="right">
      <div className="setting setting-flag">
        <span className="setting-label">{label}</span>
        <Suspense
          fallback={
            <span className="switch" data-state={state}>
              <span className="switch-thumb" data-state={state} />
            </span>
          }
        >
          <FlagSwitch {...props} />
        </Suspense>
      </div>
    </Hint>
  );
}
