import { useTranslations } from 'use-intl';
import { axisText, isSameTarget, type AxisChoice } from '../../../experiment';
import type { AxisScale, AxisTarget, SweepAxis } from '../../../experiment/core/types';
import { Choice } from '../../controls/lists/Choice';
import { NumberField } from '../../controls/numbers/NumberField';
import { Segments } from '../../controls/lists/Segments';
import type { AxisName } from './axisNames';

interface AxisRowProps {
  readonly side: 'x' | 'y';
  readonly axis: SweepAxis;
  readonly choices: readonly AxisChoice[];
  readonly nameOf: (target: AxisTarget) => AxisName;
  readonly onChange: (axis: SweepAxis) => void;
}

/** A range that is 0 or below at one end begins, on a log scale, three decades below the other. */
const DECADES = 1e-3;

/** On another scale; an end that a logarithm has no place for gives way. */
function onScale(axis: SweepAxis, defaultAxis: SweepAxis, scale: AxisScale): SweepAxis {
  if (scale === 'linear' || (scale === 'log' ? axis.from > 0 : axis.to < 1)) return { ...axis, scale };
  return scale === 'oneMinus' || defaultAxis.scale === 'log'
    ? defaultAxis
    : { ...axis, from: axis.to * DECADES, scale };
}

/** What one axis of the sweep varies, and from where to where. */
export function AxisRow({ side, axis, choices, nameOf, onChange }: AxisRowProps) {
  const t = useTranslations('sweep');
  const choice = choices.find(({ target }) => isSameTarget(target, axis.target));
  if (!choice) return null;
  const { title: name, symbol = 'x' } = nameOf(axis.target);
  const options = choices.map(({ target }) => ({ value: axisText(target), label: nameOf(target).title }));
  const lowest = axis.scale === 'log' && choice.min <= 0 ? { min: 0, minOpen: true } : { min: choice.min };
  const highest = axis.scale === 'oneMinus' ? { max: 1, maxOpen: true } : { max: choice.max };
  const choose = (text: string) => onChange(choices.find(({ target }) => axisText(target) === text)?.axis ?? axis);
  return (
    <div className="sweep-axis">
      <span className="sweep-label">{t(side)}</span>
      <Choice
        label={t(side === 'x' ? 'axisX' : 'axisY')}
        value={axisText(axis.target)}
        groups={[{ options }]}
        onChange={choose}
      />
      <span className="sweep-range">
        <NumberField
          label={t('fromOf', { name })}
          value={axis.from}
          limits={{ ...lowest, max: axis.to, maxOpen: true }}
          onChange={(from) => onChange({ ...axis, from })}
        />
        <span aria-hidden="true">…</span>
        <NumberField
          label={t('toOf', { name })}
          value={axis.to}
          limits={{ min: axis.from, minOpen: true, ...highest }}
          onChange={(to) => onChange({ ...axis, to })}
        />
        {axis.to > 0 && (
          <Segments
            label={t('scale', { name })}
            value={axis.scale}
            options={choice.scales.map((scale) => ({ value: scale, label: t(scale, { symbol }) }))}
            onChange={(chosen) =>
              onChange(onScale(axis, choice.axis, choice.scales.find((scale) => scale === chosen) ?? axis.scale))
            }
          />
        )}
      </span>
    </div>
  );
}
