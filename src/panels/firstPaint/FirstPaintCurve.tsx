import { useTranslations } from 'use-intl';
import type { Landscape } from '../../engine/view/types';
import { curveAt, lossesWithin, nodeAt } from '../../plots/path/curve';
import { curveRange, pad, type Range } from '../../plots/kit/geometry/range';
import { planeOf } from '../../plots/kit/parts/plane';
import { markerOutline } from '../../plots/kit/paint/marker';

interface FirstPaintCurveProps {
  /** The loss over one axis. */
  readonly landscape: Landscape;
  readonly start: number;
  readonly minimum: number;
}

/** Nodes of the curve: on the opening's, less than a tenth of a pixel from all of them. */
const NODES = 128;

/**
 * The curve of the opening with its start and its minimum, at whatever size the plot will have: shares of the plot's box in place of
 * pixels. The box has the plot's own margins; the numbers on its axes depend on its size, and come with the plot.
 */
export function FirstPaintCurve({ landscape, start, minimum }: FirstPaintCurveProps) {
  const t = useTranslations('plots');
  const x = landscape.view.x;
  const y = pad(curveRange(lossesWithin(landscape, x)) ?? [0, 1], 0.06);
  const at = (value: number, loss: number) => ({ left: share(value, x), top: 100 - share(loss, y) });
  const onCurve = (value: number) => percent(at(value, curveAt(landscape, value) ?? NaN));
  return (
    <div className="first-paint-curve" style={{ inset: marginsOf(x, y) }}>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none">
        <path className="first-curve" d={curveOf(landscape, at)} />
      </svg>
      <span className="first-mark" style={onCurve(minimum)}>
        <svg viewBox="-8 -8 16 16">
          <path className="plot-minimum" d={markerOutline('star', 5)} />
        </svg>
      </span>
      <span className="first-mark" style={onCurve(start)}>
        <span className="plot-start">
          <span>{t('start')}</span>
        </span>
      </span>
    </div>
  );
}

/** Where a value lies in a range, in hundredths of it. */
const share = (value: number, [low, high]: Range): number => (100 * (value - low)) / (high - low);

interface Place {
  readonly left: number;
  readonly top: number;
}

const percent = ({ left, top }: Place) => ({ left: `${left}%`, top: `${top}%` });

function curveOf(landscape: Landscape, at: (value: number, loss: number) => Place): string {
  const points = Array.from({ length: NODES }, (_, i) => {
    const node = Math.round((i * (landscape.width - 1)) / (NODES - 1));
    const { left, top } = at(nodeAt(landscape, node), landscape.values[node] as number);
    return `${left.toFixed(2)} ${top.toFixed(3)}`;
  });
  return `M${points.join('L')}`;
}

/** The margins of a plot's box, in rem, as the plot computes them for a large window. */
function marginsOf(x: Range, y: Range): string {
  const [width, height, rem] = [1000, 600, 16];
  const { box } = planeOf(x, y, { width, height, rem, density: 1 });
  return [box.top, width - box.right, height - box.bottom, box.left].map((pixels) => `${pixels / rem}rem`).join(' ');
}
