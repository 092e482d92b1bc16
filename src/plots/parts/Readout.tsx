import { useLayoutEffect, useRef } from 'react';
import type { Box } from '../geometry/clip';
import { placeNote } from '../geometry/place';
import type { RunStyle } from '../types';
import { MarkerIcon } from './MarkerIcon';

export interface ReadoutProps {
  readonly point: { readonly x: number; readonly y: number };
  readonly box: Box;
  readonly style: RunStyle;
  /** Name and value, one line each. */
  readonly lines: readonly (readonly [name: string, value: string])[];
  readonly note?: string | undefined;
}

/** The exact numbers of one iterate beside it. Screen readers get the same words as the value of the focused slider. */
export function Readout({ point, box, style, lines, note }: ReadoutProps) {
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
      <div className="plot-readout-run">
        <MarkerIcon style={style} />
        <span>{style.label}</span>
      </div>
      <dl>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {note !== undefined && <p>{note}</p>}
    </div>
  );
}
