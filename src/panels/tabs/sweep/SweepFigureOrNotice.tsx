import { useTranslations } from 'use-intl';
import { exceedsSweepLimit, sampleCount, sweepEpochLimit } from '../../../experiment';
import { SweepFigure, type SweepFigureProps } from './SweepFigure';
import './sweepFigureOrNotice.css';

/** The picture of a sweep, or in words why there is none. */
export function SweepFigureOrNotice(props: SweepFigureProps) {
  const t = useTranslations('sweep');
  const { experiment } = props.sweep;
  if (!exceedsSweepLimit(experiment)) return <SweepFigure {...props} />;
  const values = { epochs: experiment.epochs ?? 0, samples: sampleCount(experiment), max: sweepEpochLimit(experiment) };
  return <p className="soft sweep-none">{t('past', values)}</p>;
}
