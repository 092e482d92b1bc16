import { useTranslations } from 'use-intl';
import { exceedsSweepLimit, noSweepOf, sampleCount, sweepEpochLimit } from '../../../experiment';
import { useResults } from '../../../workbench/stores/resultStore';
import { useSweep } from '../../../workbench/stores/sweepStore';
import { Described } from '../../inWords/Described';
import { SweepFigure, type SweepFigureProps } from './SweepFigure';
import './sweepFigureOrNotice.css';

/** Said below a sweep that the CPU computes although everything else runs on the GPU: its driver refused the sweep's shader. */
function OnCpuNote() {
  const t = useTranslations('sweep');
  const isOnGpu = useResults((state) => state.status?.engine === 'webgl');
  const isOnCpu = useSweep(({ grids }) => grids.at(-1)?.engine === 'cpu');
  return isOnGpu && isOnCpu ? (
    <p className="soft sweep-on-cpu" role="status">
      {t('onCpu')}
    </p>
  ) : null;
}

function DescribedSweep(props: SweepFigureProps) {
  const { sweep, nameOf } = props;
  const { settings } = sweep;
  const shows = {
    settings,
    x: nameOf(settings.x.target).title,
    y: nameOf(settings.y.target).title,
    grid: useSweep((state) => state.grids.at(-1)),
  };
  return (
    <Described of="sweep" shows={shows}>
      <SweepFigure {...props} />
    </Described>
  );
}

/** The picture of a sweep, or in words why there is none. */
export function SweepFigureOrNotice(props: SweepFigureProps) {
  const t = useTranslations('sweep');
  const { experiment, run } = props.sweep;
  const chosen = experiment.runs[run];
  const reason = chosen && noSweepOf(chosen);
  if (reason) return <p className="soft sweep-none">{t(reason)}</p>;
  if (!exceedsSweepLimit(experiment))
    return (
      <>
        <DescribedSweep {...props} />
        <OnCpuNote />
      </>
    );
  const values = { epochs: experiment.epochs ?? 0, samples: sampleCount(experiment), max: sweepEpochLimit(experiment) };
  return <p className="soft sweep-none">{t('past', values)}</p>;
}
