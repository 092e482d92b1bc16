import { useTranslations } from 'use-intl';
import { foundRate, type FinderReading } from '../../../engine/series/finder';
import type { FoundTrial, FoundTrials } from '../../../engine/tuning/foundRates';
import { hasDomain } from '../../../experiment';
import { hasRate } from '../../../experiment/core/ruleOfRun';
import { updateCounts } from '../../../experiment/core/updates';
import { finderExperiment, finderRates } from '../../../experiment/finder';
import { FinderPlot } from '../../../plots/finder/FinderPlot';
import { setHyper } from '../../../workbench/edits/edits';
import { useFollowedFinder } from '../../../workbench/requests/finderRequests';
import { edit, useExperimentPart } from '../../../workbench/stores/experimentStore';
import { useScreen } from '../../../workbench/stores/screenStore';
import { Described } from '../../inWords/Described';
import { withLateMessages } from '../../late/LateMessages';
import { useRunStyles, useSelected } from '../../shared/runs';
import { useProse } from '../../shared/useProse';
import { useLengthWords } from '../tuning/useLengthWords';
import '../../figures/figure.css';
import './finderTab.css';

interface FoundRateProps {
  readonly run: number;
  readonly name: 'steepest' | 'lowest' | 'both';
  readonly rate: number;
  /** Null until it is known. */
  readonly trial: FoundTrial | null;
}

/** A rate that was found, with what the run does at it and, where its loss gets lower, a press that sets it. */
function FoundRate({ run, name, rate, trial }: FoundRateProps) {
  const t = useTranslations('finder');
  const write = useProse();
  const length = useLengthWords()(useExperimentPart((now) => now));
  return (
    <p className="finder-found">
      {t(name, { rate: write(rate, 3) })} {trial ? trialWords(trial) : t('trying')}{' '}
      {trial?.isLower && (
        <button type="button" className="more" onClick={() => setHyper(run, 'lr', rate)}>
          {t('take', { rate: write(rate, 3) })}
        </button>
      )}
    </p>
  );

  function trialWords({ loss, isLower }: FoundTrial): string {
    if (Number.isNaN(loss)) return t('diverges', { length });
    return t(isLower ? 'endsLower' : 'endsHigher', { loss: write(loss, 4), length });
  }
}

/** How many updates the test makes, and how many the run: what a run bears for a few updates it may not bear for more. */
function Lengths({ run }: { readonly run: number }) {
  const t = useTranslations('finder');
  const count = useExperimentPart((now) => updateCounts(finderExperiment(now))[run] ?? 0);
  const own = useExperimentPart((now) => updateCounts(now)[run] ?? 0);
  return <p>{t('lengths', { count, own })}</p>;
}

interface FoundProps {
  readonly run: number;
  readonly reading: FinderReading;
  readonly trials: FoundTrials | undefined;
}

/** What the finder found of one run, in words. */
function Found({ run, reading, trials }: FoundProps) {
  const t = useTranslations('finder');
  const write = useProse();
  const isRead = useExperimentPart(({ runs, problem }) => {
    const one = runs[run];
    return one === undefined || hasRate(one, hasDomain(problem));
  });
  if (!isRead) return <p>{t('unread')}</p>;
  if (reading.rates.length === 0) return <p>{t('neverFinite')}</p>;
  const [steepest, lowest] = [foundRate(reading, 'steepest'), foundRate(reading, 'lowest')];
  const areOne = steepest !== null && steepest === lowest;
  // A trial of another rate is that of an answer before.
  const trialOf = (name: keyof FoundTrials, rate: number) => (trials?.[name]?.rate === rate ? trials[name] : null);
  return (
    <>
      <Lengths run={run} />
      {steepest !== null && (
        <FoundRate
          run={run}
          name={areOne ? 'both' : 'steepest'}
          rate={steepest}
          trial={trialOf('steepest', steepest)}
        />
      )}
      {lowest !== null && !areOne && (
        <FoundRate run={run} name="lowest" rate={lowest} trial={trialOf('lowest', lowest)} />
      )}
      {steepest === null && <p>{t('neverFalls')}</p>}
      {steepest !== null && lowest === null && <p>{t('stillFalls', { rate: write(finderRates.to, 3) })}</p>}
    </>
  );
}

/** The learning-rate finder: every run once more, with a rate that rises from update to update, its loss against that rate. */
export default withLateMessages(function FinderTab() {
  const t = useTranslations('finder');
  const write = useProse();
  const { readings, trials } = useFollowedFinder();
  const styles = useRunStyles();
  const selected = useSelected();
  const scale = useScreen((state) => state.lossScale);
  const experiment = useExperimentPart((now) => now);
  const { from, to } = finderRates;
  const reading = readings[selected];
  return (
    <div className="finder">
      <div className="finder-words">
        <p>{t('about', { from: write(from, 3), to: write(to, 3) })}</p>
        <strong>{styles[selected]?.label}</strong>
        {reading && <Found run={selected} reading={reading} trials={trials?.[selected]} />}
        <p className="soft">{t('caution')}</p>
        <button type="button" className="button" onClick={() => edit(finderExperiment(experiment))}>
          {t('open')}
        </button>
      </div>
      <div className="finder-plot">
        <Described of="finder" shows={{ series: readings, styles, scale }}>
          <FinderPlot series={readings} styles={styles} selected={selected} from={from} to={to} scale={scale} />
        </Described>
      </div>
    </div>
  );
});
