import { lazy, Suspense } from 'react';
import type { SegmentsProps } from './SegmentGroup';
import './segments.css';

const SegmentGroup = lazy(() => import('./SegmentGroup'));

/** One of two or three, all in sight. Until its code has loaded, the words stand where they will be pressed. */
export function Segments(props: SegmentsProps) {
  return (
    <Suspense fallback={<WaitingSegments {...props} />}>
      <SegmentGroup {...props} />
    </Suspense>
  );
}

const WaitingSegments = ({ value, options }: SegmentsProps) => (
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
