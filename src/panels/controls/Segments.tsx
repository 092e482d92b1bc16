import { lazy, Suspense } from 'react';

export interface SegmentsProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

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
