import { useEffect, useState } from 'react';

/** Milliseconds without a change before words follow: a dragged slider changes what they say many times a second. */
export const SETTLE_MS = 500;

/** A value as it was when it last stayed the same for a moment. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
