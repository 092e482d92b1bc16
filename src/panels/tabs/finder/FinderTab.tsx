import { useTranslations } from 'use-intl';
import type { FinderReading } from '../../../engine/series/finder';
import { hasDomain } from '../../../experiment';
import { hasRate } from '../../../experiment/core/ruleOfRun';
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
import '../../figures/figure.css';
import './finderTab.css';

/** A rate that was found, with a press that sets it. */
function FoundRate({
  run,
  name,
  rate,
}: {
  readonly run: number;
  readonly name: 'steepest' | 'lowest';
  readonly rate: number;
}) {
  const t = useTranslations('finder');
  const write = useProse();
  // Three digits: neighbouring rates of the finder are further apart.
  const value = Number(rate.toPrecision(3));
  return (
    <p className="finder-found">
      {t(name, { rate: write(value, 3) })}{' '}
      <button type="button" className="more" onClick={() => setHyper(run, 'lr', value)}>
        {t('take', { rate: write(value, 3) })}
      </button>
    </p>
  );
}

/** What the finder found of one run, in words. */
function Found({ run, reading }: { readonly run: number; readonly reading: FinderReading }) {
  const t = useTranslations('finder');
  const write = useProse();
  const { rates, steepest, lowest } = reading;
  const isRead = useExperimentPart(({ runs, problem }) => {
    const one = runs[run];
    return one === undefined || hasRate(one, hasDomain(problem));
  });
  if (!isRead) return <p>{t('unread')}</p>;
  if (rates.length === 0) return <p>{t('neverFinite')}</p>;
  return (
    <>
      {steepest !== null && <FoundRate run={run} name="steepest" rate={rates[steepest] ?? NaN} />}
      {lowest !== null && <FoundRate run={run} name="lowest" rate={rates[lowest] ?? NaN} />}
      {steepest === null && <p>{t('neverFalls')}</p>}
      {steepest !== null && lowest === null && <p>{t('stillFalls', { rate: write(finderRates.to, 3) })}</p>}
    </>
  );
}

/** The learning-rate finder: every run once more, with a rate that rises from update to update, its loss against that rate. */
export default withLateMessages(function FinderTab() {
  const t = useTranslations('finder');
  const write = useProse();
  const readings = useFollowedFinder();
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
        {reading && <Found run={selected} reading={reading} />}
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
