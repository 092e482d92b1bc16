import type { ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { tryAgain, useAttempts } from './attempts';
import { FailedPart, type FailureProps } from './FailedPart';

interface PartBoundaryProps {
  readonly children: ReactNode;
  /** What stands in the part's place after it could not be loaded, or threw. */
  readonly failed?: (failure: FailureProps) => ReactNode;
}

/** Keeps a failure of one part of the page from taking the rest with it. */
export function PartBoundary({ children, failed = (failure) => <FailedPart {...failure} /> }: PartBoundaryProps) {
  const attempt = useAttempts((state) => state.attempt);
  return (
    <ErrorBoundary resetKeys={[attempt]} fallbackRender={({ error }) => failed({ error, tryAgain })}>
      {children}
    </ErrorBoundary>
  );
}
