import type { Box } from '../kit/geometry/clip';
import { formatNumber } from '../kit/geometry/numbers';
import type { GroundReading } from './useGround';
import './ground.css';

export interface GroundNoteProps {
  readonly reading: GroundReading;
  readonly box: Box;
  readonly xName: string;
  /** Null on a curve. */
  readonly yName: string | null;
  readonly lossName: string;
  /** Pixels of one rem. */
  readonly rem: number;
}

/** Room for the buttons in the other corner, in rem. */
const BUTTONS = 9.5;

/** Name and value of the coordinates and of the loss of a place. */
export const groundLines = ({
  reading: { place, loss },
  xName,
  yName,
  lossName,
}: Omit<GroundNoteProps, 'box' | 'rem'>) => [
  [xName, formatNumber(place.x, 6)] as const,
  ...(yName !== null && place.y !== null ? [[yName, formatNumber(place.y, 6)] as const] : []),
  [lossName, formatNumber(loss, 5)] as const,
];

/** The ground's numbers in the upper left corner of the plot, where they hide neither the pointer nor what is under it. */
export function GroundNote(props: GroundNoteProps) {
  const { box, rem } = props;
  return (
    <dl
      className="plot-ground"
      aria-hidden="true"
      style={{ left: box.left, top: box.top, maxWidth: box.right - box.left - BUTTONS * rem }}
    >
      {groundLines(props).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
