import { useTranslations } from 'use-intl';
import { coordinateAlong } from '../../engine/view/projection';
import type { View } from '../../engine/view/types';
import type { AxedPlane } from '../kit/parts/plane';
import { contains } from '../kit/geometry/clip';
import { perUnitOf, towards, unitVector } from './direction';
import { formatNumber } from '../kit/geometry/numbers';
import { PointHandle } from '../kit/parts/PointHandle';
import type { OnProbe, Probe } from './types';
import { Arrow } from './Arrow';
import { DirectionHandle } from './DirectionHandle';
import { handleAxes, moved } from './handleAxes';
import { Tangent } from './Tangent';
import './probe.css';

export interface ProbeMarksProps {
  readonly probe: Probe;
  readonly onProbe: OnProbe;
  readonly view: View;
  readonly plane: AxedPlane;
  readonly rem: number;
  readonly xName: string;
  readonly yName: string;
}

/**
 * The probe: a point at which the gradient is examined, with a direction that the user can turn, the steepest
 * direction, and the first-order prediction. Its code loads when it is first shown.
 */
export default function ProbeMarks({ probe, onProbe, view, plane, rem, xName, yName }: ProbeMarksProps) {
  const t = useTranslations('plots');
  const { point, angle, slope, loss } = probe;
  const { x, y } = handleAxes(point, view, plane, xName, yName);
  const centre = { x: plane.x(x.value), y: plane.y(y ? y.value : loss) };
  const isSeen = contains(plane.box, centre.x, centre.y);
  const slopeText = slopeWords(slope);
  return (
    <>
      <svg className="plot-overlay" aria-hidden="true">
        {!y && <Tangent probe={probe} plane={plane} x={x.value} view={view} rem={rem} />}
        {y && isSeen && <Directions probe={probe} view={view} plane={plane} centre={centre} rem={rem} />}
      </svg>
      {y && isSeen && (
        <DirectionHandle
          centre={centre}
          plane={plane}
          length={HANDLE_DISTANCE * rem}
          angle={angle}
          text={slopeText}
          onTurn={(turned, settled) => onProbe({ point, angle: turned }, settled)}
        />
      )}
      <PointHandle
        at={centre}
        box={plane.box}
        rem={rem}
        x={x}
        y={y}
        words={{ label: t('probeLabel'), name: '', outside: t('probeOutside') }}
        kind="probe"
        onMove={(toX, toY, settled) => onProbe({ point: moved(point, view, toX, toY), angle }, settled)}
      />
    </>
  );
}

/** Distance of the direction's handle from the point, in rem. */
const HANDLE_DISTANCE = 5;
/** Radius of that handle, in rem. */
const HANDLE_RADIUS = 0.55;

const slopeWords = (slope: number): string => `Dᵤf = ${formatNumber(slope, 5)}`;

interface DirectionsProps {
  readonly probe: Probe;
  readonly view: View;
  readonly plane: AxedPlane;
  readonly centre: { readonly x: number; readonly y: number };
  readonly rem: number;
}

/** Arrows along the steepest and the chosen direction, and the point to which an update would go. */
function Directions({ probe: { angle, gradient, slope, update }, view, plane, centre, rem }: DirectionsProps) {
  const perUnit = perUnitOf(plane.x, plane.y);
  const steepest = towards({ x: gradient[0] ?? NaN, y: gradient[1] ?? NaN }, perUnit);
  const direction = towards(unitVector(angle), perUnit);
  const [first, second = first] = view.axes;
  const goal = update && {
    x: plane.x(coordinateAlong(first, update.to)),
    y: plane.y(coordinateAlong(second, update.to)),
  };
  const asked = direction && {
    from: centre,
    direction,
    length: (HANDLE_DISTANCE - HANDLE_RADIUS) * rem,
    label: slopeWords(slope),
    box: plane.box,
    rem,
  };
  return (
    <>
      {goal && contains(plane.box, goal.x, goal.y) && (
        <>
          <path className="plot-promise" d={`M${centre.x} ${centre.y}L${goal.x} ${goal.y}`} />
          <circle className="plot-promised" cx={goal.x} cy={goal.y} r={0.25 * rem} />
        </>
      )}
      {steepest && (
        <Arrow
          kind="steepest"
          from={centre}
          direction={steepest}
          length={0.75 * HANDLE_DISTANCE * rem}
          label="∇f"
          box={plane.box}
          rem={rem}
          beside={asked ?? undefined}
        />
      )}
      {asked && <Arrow kind="asked" {...asked} />}
    </>
  );
}
