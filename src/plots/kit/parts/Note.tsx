import { useLayoutEffect, useRef, type ReactNode } from 'react';
import type { Box } from '../geometry/clip';
import { placeNote } from '../geometry/labelPlacement';
import './note.css';

export interface NoteProps {
  readonly point: { readonly x: number; readonly y: number };
  readonly box: Box;
  /** A name and a value for each line. */
  readonly lines: readonly (readonly [name: string, value: string])[];
  readonly head?: ReactNode;
  readonly foot?: string | undefined;
}

/** Names and values in a frame beside a point, always inside the box. Screen readers get the same text elsewhere. */
export function Note({ point, box, lines, head, foot }: NoteProps) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const size = { width: element.offsetWidth, height: element.offsetHeight };
    const { left, top } = placeNote(point, size, box, 12);
    element.style.transform = `translate(${left}px, ${top}px)`;
  });
  return (
    <div ref={ref} className="plot-readout" aria-hidden="true" style={{ maxWidth: box.right - box.left }}>
      {head}
      <dl>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {foot !== undefined && <p>{foot}</p>}
    </div>
  );
}
