import type { Box } from '../kit/geometry/clip';
import type { SweepCell } from './sweepGrid';
import type { Fraction } from '../kit/geometry/panZoom';
import { Note } from '../kit/parts/Note';

export interface SweepCursorProps {
  readonly box: Box;
  readonly cell: SweepCell | null;
  readonly lines: readonly (readonly [string, string])[] | null;
  /** Two corners of the rectangle that is being dragged. */
  readonly from: Fraction | null;
  readonly to: Fraction | null;
}

/** Crosshairs through a pixel with its readout, and the rectangle that is being dragged. */
export function SweepCursor({ box, cell, lines, from, to }: SweepCursorProps) {
  const pixelOf = ({ x, y }: Fraction) => ({
    x: box.left + x * (box.right - box.left),
    y: box.bottom - y * (box.bottom - box.top),
  });
  const point = cell && pixelOf(cell.position);
  const [a, b] = [from && pixelOf(from), to && pixelOf(to)];
  return (
    <>
      <svg className="plot-overlay" aria-hidden="true">
        {point && (
          <>
            <path
              className="plot-cross plot-limit-halo"
              d={`M${point.x} ${box.top}V${box.bottom}M${box.left} ${point.y}H${box.right}`}
            />
            <path
              className="plot-cross"
              d={`M${point.x} ${box.top}V${box.bottom}M${box.left} ${point.y}H${box.right}`}
            />
          </>
        )}
        {a && b && (
          <rect
            className="plot-region"
            x={Math.min(a.x, b.x)}
            y={Math.min(a.y, b.y)}
            width={Math.abs(a.x - b.x)}
            height={Math.abs(a.y - b.y)}
          />
        )}
      </svg>
      {point && lines && <Note point={point} box={box} lines={lines} />}
      <p className="plot-spoken" aria-live="polite">
        {lines?.map(([name, value]) => `${name} ${value}`).join(', ')}
      </p>
    </>
  );
}
