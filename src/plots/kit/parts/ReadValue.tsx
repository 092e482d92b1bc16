import { Readout, type ReadoutProps } from './Readout';

interface ReadValueProps extends ReadoutProps {
  /** A sixteenth of the page's type size, in pixels. */
  readonly unit: number;
}

/** A value of a line that is being read: a ring around it, and its numbers beside it. */
export function ReadValue({ unit, ...readout }: ReadValueProps) {
  const { point, style } = readout;
  return (
    <>
      <svg className="plot-overlay" aria-hidden="true">
        <circle className="plot-reading" cx={point.x} cy={point.y} r={6 * unit} stroke={style.colour} />
      </svg>
      <Readout {...readout} />
    </>
  );
}
