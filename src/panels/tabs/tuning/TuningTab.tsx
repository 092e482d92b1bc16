import { useEffect, useId, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Experiment } from '../../../experiment/core/types';
import { BETWEEN_RATES, TRIED_RATES, triedLength } from '../../../experiment/tuning';
import { PlotDescription } from '../../../plots/kit/parts/plotDescription';
import { TuningPlot } from '../../../plots/tuning/TuningPlot';
import type { TuningSeries } from '../../../plots/tuning/types';
import { tuneRuns } from '../../../workbench/requests/tuneRuns';
import { followTuning, useTuning } from '../../../workbench/requests/tuning';
import { undo, useExperiment } from '../../../workbench/stores/experimentStore';
import { useScreen } from '../../../workbench/stores/screenStore';
import { withLateMessages } from '../../late/LateMessages';
import { bringLowerInSight } from '../../shared/lowerInSight';
import { useRunStyles, useSelected } from '../../shared/runs';
import { FoundRates } from './FoundRates';
import { useLengthWords } from './useLengthWords';
import { useRunRates, type RunRates } from './useRunRates';
import './tuningTab.css';

const NOTHING = new Float64Array(0);

/** What the plot shows of each run. */
const seriesOf = ({ runs }: Experiment, rates: readonly RunRates[]): TuningSeries[] =>
  runs.map(({ hyper }, i) => {
    const found = rates[i];
    const now = Number(hyper.lr);
    if (found?.kind !== 'tried') return { rates: NOTHING, losses: NOTHING, best: null, now };
    const { curve, finding } = found;
    return { ...curve, best: finding.kind === 'best' ? finding.index : null, now };
  });

/** How rates are tried: for how long, and what counts as best. */
function About({ experiment }: { readonly experiment: Experiment }) {
  const t = useTranslations('tune');
  const between = useTranslations('inWords')('between');
  const lengthOf = useLengthWords();
  const tried = triedLength(experiment);
  const [length, whole] = [lengthOf(tried), lengthOf(experiment)];
  const sentences = [
    t('about', { count: TRIED_RATES, between: BETWEEN_RATES, length }),
    ...(length === whole ? [] : [t('shortened', { length: whole })]),
    ...(experiment.runs.some(({ schedule }) => schedule) ? [t('scheduled')] : []),
  ];
  return <p>{sentences.join(between)}</p>;
}

/** What became of a press on the button: rates are being tried, or runs have got theirs, which one press takes back. */
function TuningStatus({ experiment, rates }: { readonly experiment: Experiment; readonly rates: readonly RunRates[] }) {
  const t = useTranslations('tune');
  const tuned = useTuning((state) => state.tuned);
  const waiting = rates.filter(({ kind }) => kind === 'waiting').length;
  const isTuned = tuned?.experiment === experiment;
  const count = rates.filter(({ kind }) => kind !== 'unread').length;
  const text =
    waiting > 0
      ? t('searching', { done: count - waiting, count })
      : isTuned
        ? tuned.changed > 0
          ? t('given', { count: tuned.changed })
          : t('already')
        : '';
  return (
    <div className="tuning-press">
      <button type="button" className="button button-strong" onClick={() => void tuneRuns()}>
        {t('give')}
      </button>
      <span role="status">{text}</span>
      {isTuned && waiting === 0 && tuned.changed > 0 && (
        <button type="button" className="more" onClick={undo}>
          {t('takeBack')}
        </button>
      )}
    </div>
  );
}

/** A fair race: every run is tried with as many rates, and gets the best of them; the loss against the rate is drawn. */
export default withLateMessages(function TuningTab() {
  useEffect(followTuning, []);
  const isWanted = useTuning(({ wanted }) => wanted !== null);
  // Again: a page may not have been long enough to scroll before this was loaded.
  useEffect(() => {
    if (isWanted) bringLowerInSight();
  }, [isWanted]);
  const t = useTranslations('tune');
  const experiment = useExperiment();
  const rates = useRunRates(experiment);
  const series = useMemo(() => seriesOf(experiment, rates), [experiment, rates]);
  const styles = useRunStyles();
  const selected = useSelected();
  const words = useId();
  const scale = useScreen((state) => state.lossScale);
  return (
    <div className="tuning">
      <TuningStatus experiment={experiment} rates={rates} />
      <div className="tuning-plot">
        <PlotDescription value={words}>
          <TuningPlot series={series} styles={styles} selected={selected} scale={scale} />
        </PlotDescription>
      </div>
      <div className="tuning-words">
        <FoundRates id={words} experiment={experiment} rates={rates} styles={styles} />
        <About experiment={experiment} />
        <p className="soft">{t('caution')}</p>
      </div>
    </div>
  );
});
