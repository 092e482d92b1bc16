import { useEffect, useRef } from 'react';

/** A bright spot under the pointer, to point at a picture with. It is moved outside React, which would be a frame late. */
export function Spot() {
  const spot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const move = ({ clientX, clientY }: PointerEvent) => {
      if (!spot.current) return;
      spot.current.style.translate = `${clientX}px ${clientY}px`;
      spot.current.hidden = false;
    };
    addEventListener('pointermove', move);
    return () => removeEventListener('pointermove', move);
  }, []);
  return <div className="present-spot" ref={spot} hidden aria-hidden="true" />;
}
