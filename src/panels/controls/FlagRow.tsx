import { FailedControl } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import { hint } from './hint';
import type { FlagRowProps } from './FlagSwitch';
import './flagRow.css';

const FlagSwitch = lazyWith(() => import('./FlagSwitch'), FlagSwitchPlaceholder, FailedControl);

function FlagSwitchPlaceholder({ value }: FlagRowProps) {
  const state = value ? 'checked' : 'unchecked';
  return (
    <span className="switch" data-state={state}>
      <span className="switch-thumb" data-state={state} />
    </span>
  );
}

/** A setting that is on or off. */
export function FlagRow(props: FlagRowProps) {
  return (
    <div className="setting setting-flag" {...hint(props.about)}>
      <span className="setting-label">{props.label}</span>
      <FlagSwitch {...props} />
    </div>
  );
}
