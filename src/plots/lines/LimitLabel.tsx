import { at } from '../kit/geometry/at';
import { contains, type Box } from '../kit/geometry/clip';
import type { ScreenPath } from '../kit/geometry/path';

export interface LimitLabelProps {
  readonly limit: ScreenPath;
  readonly box: Box;
  readonly label: string;
  readonly rem: number;
}

/** The name of a limit above its first visible point, or below it where there is no room above. */
export function LimitLabel({ limit, box, label, rem }: LimitLabelProps) {
  const first = limit.x.findIndex((x, i) => contains(box, x, at(limit.y, i)));
  if (first < 0) return null;
  const y = at(limit.y, first);
  return (
    <svg className="plot-overlay" aria-hidden="true">
      <text
        className="plot-limit-label"
        x={at(limit.x, first)}
        y={y}
        dx="0.4em"
        dy={y < box.top + 1.3 * rem ? '1.1em' : '-0.45em'}
      >
        {label}
      </text>
    </svg>
  );
}
