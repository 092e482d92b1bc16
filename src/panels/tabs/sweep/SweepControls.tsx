import { useTranslations } from 'use-intl';
import { axisChoices, axisText, isSameTarget, limits } from '../../../experiment';
import { sweepMeasures, sweepSides, type AxisTarget, type SweepAxis } from '../../../experiment/core/types';
import { applyPreset, sweepPresets } from '../../../workbench/edits/sweepPresets';
import { setSweep, type Sweep } from '../../../workbench/stores/sweepStore';
import { Choice } from '../../controls/lists/Choice';
import { NumberField } from '../../controls/numbers/NumberField';
import { AxisRow } from './AxisRow';
import type { AxisName } from './axisNames';
import './sweepControls.css';

function Presets() {
  const t = useTranslations('sweep');
  return (
    <div className="sweep-presets" role="group" aria-label={t('presets')}>
      {sweepPresets.map((preset) => (
        <button
          key={preset}
          type="button"
          className="button"
          title={t(`presetAbout.${preset}`)}
          onClick={() => applyPreset(preset)}
        >
          {t(`preset.${preset}`)}
        </button>
      ))}
    </div>
  );
}

interface SweepControlsProps {
  readonly sweep: Sweep;
  readonly nameOf: (target: AxisTarget) => AxisName;
}

/** What the sweep is over, how fine, and what its colours say. */
export function SweepControls({ sweep, nameOf }: SweepControlsProps) {
  const t = useTranslations('sweep');
  const { experiment, run: index, settings, steps } = sweep;
  const { x, y, side, measure } = settings;
  const run = experiment.runs[index];
  const choices = run ? axisChoices(experiment, run) : [];
  // Choosing the setting of the other axis swaps the two.
  const setX = (axis: SweepAxis) => setSweep(isSameTarget(axis.target, y.target) ? { x: y, y: x } : { x: axis });
  const setY = (axis: SweepAxis) => setSweep(isSameTarget(axis.target, x.target) ? { x: y, y: x } : { y: axis });
  return (
    <div className="sweep-controls">
      <Presets />
      <AxisRow key={axisText(x.target)} side="x" axis={x} choices={choices} nameOf={nameOf} onChange={setX} />
      <AxisRow key={`${axisText(y.target)} up`} side="y" axis={y} choices={choices} nameOf={nameOf} onChange={setY} />
      <div className="sweep-axis">
        <span className="sweep-label">{t('colour')}</span>
        <Choice
          label={t('colourOf')}
          value={measure}
          groups={[{ options: sweepMeasures.map((value) => ({ value, label: t(`measure.${value}`) })) }]}
          onChange={(chosen) => setSweep({ measure: sweepMeasures.find((value) => value === chosen) ?? measure })}
        />
      </div>
      <div className="sweep-axis">
        <span className="sweep-label">{t('side')}</span>
        <Choice
          label={t('sideOf')}
          value={String(side)}
          groups={[
            {
              options: sweepSides.map((value) => ({
                value: String(value),
                label: t('sideText', { side: String(value) }),
              })),
            },
          ]}
          onChange={(chosen) => setSweep({ side: sweepSides.find((value) => String(value) === chosen) ?? side })}
        />
        {steps !== undefined && (
          <span className="sweep-range">
            <NumberField
              label={t('stepsOf')}
              value={steps}
              limits={{ ...limits.sweepSteps, integer: true }}
              onChange={(count) => setSweep({ steps: count })}
            />
            <span>{t('steps')}</span>
          </span>
        )}
      </div>
    </div>
  );
}
