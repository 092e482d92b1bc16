import { FailedControl } from '../../../late/FailedPart';
import { lazyWith } from '../../../late/lazyWith';
import type { SegmentsProps } from './SegmentGroup';
import './segments.css';

/** A choice of one of a few options, all visible. */
export const Segments = lazyWith<SegmentsProps>(() => import('./SegmentGroup'), SegmentsPlaceholder, FailedControl);

function SegmentsPlaceholder({ value, options }: SegmentsProps) {
  return (
    <div className="segments" aria-hidden="true">
      {options.map((option) => (
        <span
          key={option.value}
          className="segment"
          data-text={option.label}
          data-state={option.value === value ? 'on' : 'off'}
        >
          {option.label}
        </span>
      ))}
    </div>
  );
}
