import { useEffect, useState } from 'react';

/** Milliseconds without a movement after which the pointer is hidden. */
const REST_MS = 2000;

/** Whether the pointer has not moved for a while. */
export function usePointerAtRest(): boolean {
  const [isAtRest, setAtRest] = useState(false);
  useEffect(() => {
    let timer = setTimeout(() => setAtRest(true), REST_MS);
    const move = () => {
      setAtRest(false);
      clearTimeout(timer);
      timer = setTimeout(() => setAtRest(true), REST_MS);
    };
    addEventListener('pointermove', move);
    return () => {
      clearTimeout(timer);
      removeEventListener('pointermove', move);
    };
  }, []);
  return isAtRest;
}
