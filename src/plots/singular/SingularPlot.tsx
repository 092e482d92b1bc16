import { useTranslations } from 'use-intl';
import { linearScale } from '../kit/geometry/scale';
import { ticksOf } from '../kit/geometry/ticks';
import type { Box } from '../kit/geometry/clip';
import { Axes } from '../kit/parts/Axes';
import { placeTicks } from '../kit/parts/plane';
import { Plot } from '../kit/parts/Plot';
import { barsOf, panelBoxes } from './panels';
import type { SingularPanel, SingularPlotProps } from './types';

/** Singular values of some matrices, as bars in a panel for each. Fills its parent, which must have a size. */
export function SingularPlot(props: SingularPlotProps) {
  const t = useTranslations('tabPlots');
  return (
    <Plot label={t('singular')}>
      {(frame) => {
        const boxes = panelBoxes(props.panels.length, frame);
        return (
          <svg className="plot-overlay" aria-hidden="true">
            {props.panels.map((panel, k) => {
              const box = boxes[k];
              return box && <Panel key={k} panel={panel} box={box} colour={props.colour} />;
            })}
          </svg>
        );
      }}
    </Plot>
  );
}

interface PanelProps {
  readonly panel: SingularPanel;
  readonly box: Box;
  readonly colour: string;
}

function Panel({ panel: { title, values }, box, colour }: PanelProps) {
  // Of zeros the bars have no height, whatever the axis.
  const largest = Math.max(...values) || 1;
  const ticks = placeTicks(ticksOf([0, largest], 3), linearScale([0, largest], [box.bottom, box.top]));
  return (
    <>
      <Axes box={box} x={[]} y={ticks} xTitle="" yTitle={title} titles="long" />
      {barsOf(values, largest, box).map(({ left, right, top, bottom }, k) => (
        <rect key={k} x={left} y={top} width={right - left} height={bottom - top} style={{ fill: colour }} />
      ))}
    </>
  );
}
