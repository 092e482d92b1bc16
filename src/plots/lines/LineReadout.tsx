import { useTranslations } from 'use-intl';
import { at } from '../kit/geometry/at';
import { contains } from '../kit/geometry/clip';
import { indexOfRow } from '../kit/geometry/path';
import { ReadValue } from '../kit/parts/ReadValue';
import type { LinesProps } from './linesProps';
import type { PlottedLines } from './usePlottedLines';

export interface LineReadoutProps extends Pick<LinesProps, 'hovered' | 'describe'> {
  readonly plotted: PlottedLines;
  readonly unit: number;
}

/** The numbers of the entry under the pointer, at its place. */
export default function LineReadout({ hovered, describe, plotted: { lines, box }, unit }: LineReadoutProps) {
  const t = useTranslations('plots');
  const line = hovered && lines[hovered.run];
  if (!line) return null;
  const i = indexOfRow(line.path.rows, hovered.step);
  const isNonPositive = line.nonPositive.includes(i);
  const point = { x: at(line.path.x, i), y: isNonPositive ? box.bottom : at(line.path.y, i) };
  if (!contains(box, point.x, point.y)) return null;
  return (
    <ReadValue
      point={point}
      box={box}
      style={line.style}
      lines={[[t('step'), String(at(line.path.rows, i))], ...describe(hovered.run, i)]}
      note={isNonPositive ? t('notOnLog') : undefined}
      unit={unit}
    />
  );
}
