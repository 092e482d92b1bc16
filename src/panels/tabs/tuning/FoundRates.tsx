import { useTranslations } from 'use-intl';
import { endsBetter } from '../../../engine/tuning/bestRate';
import type { RateCurve } from '../../../engine/tuning/triedRates';
import type { Experiment, Run } from '../../../experiment/core/types';
import { triedLength } from '../../../experiment/tuning';
import { formatNumber, MarkerIcon, type RunStyle } from '../../../plots';
import { lossNow } from '../../../workbench/requests/lossNow';
import { useResults } from '../../../workbench/stores/resultStore';
import { setScreen } from '../../../workbench/stores/screenStore';
import { useSelected } from '../../shared/runs';
import { useLengthWords } from './useLengthWords';
import type { RunRates } from './useRunRates';

interface FoundRatesProps {
  /** By which the plot refers to these words. */
  readonly id: string;
  readonly experiment: Experiment;
  readonly rates: readonly RunRates[];
  readonly styles: readonly RunStyle[];
}

/** What was tried and found of every run, in a few sentences each. A press on a run's name selects it in the plot. */
export function FoundRates({ id, experiment, rates, styles }: FoundRatesProps) {
  const selected = useSelected();
  return (
    <ul className="tuning-runs" id={id}>
      {rates.map((found, run) => {
        const style = styles[run];
        return (
          style && (
            <li key={run}>
              <button
                type="button"
                className="tuning-run"
                aria-pressed={run === selected}
                onClick={() => setScreen({ selected: run })}
              >
                <MarkerIcon style={style} />
                {style.label}
              </button>
              <p>
                <Sentences experiment={experiment} run={run} found={found} />
              </p>
            </li>
          )
        );
      })}
    </ul>
  );
}

interface SentencesProps {
  readonly experiment: Experiment;
  readonly run: number;
  readonly found: RunRates;
}

function Sentences({ experiment, run, found }: SentencesProps) {
  const t = useTranslations('tune');
  if (found.kind !== 'tried') return t(found.kind);
  return <TriedSentences experiment={experiment} run={run} curve={found.curve} finding={found.finding} />;
}

interface TriedProps extends Pick<SentencesProps, 'experiment' | 'run'> {
  readonly curve: RateCurve;
  readonly finding: Extract<RunRates, { kind: 'tried' }>['finding'];
}

function TriedSentences({ experiment, run, curve, finding }: TriedProps) {
  const t = useTranslations('tune');
  const between = useTranslations('inWords')('between');
  const lengthOf = useLengthWords();
  const tunedRun = experiment.runs[run];
  const loss = useResults((results) => lossNow(results, experiment, run));
  const { rates, losses } = curve;
  const length = lengthOf(triedLength(experiment));
  const ends = { from: rateText(rates[0]), to: rateText(rates.at(-1)), length };
  if (finding.kind !== 'best') return t(finding.kind, ends);
  const best = { rate: rates[finding.index] ?? NaN, loss: losses[finding.index] ?? NaN };
  const found = { ...ends, rate: rateText(best.rate), count: rates.length, loss: formatNumber(best.loss, 3) };
  const sentences = [
    t('found', found),
    finding.end && t(finding.end),
    divergence(t, curve, length),
    tunedRun ? presence(t, tunedRun, loss, best) : null,
  ];
  return sentences.filter((sentence) => sentence !== null).join(between);
}

type Translate = ReturnType<typeof useTranslations<'tune'>>;

/** From which rate on the run counts as diverged within its length, or at how many rates; null if at none. */
function divergence(t: Translate, { rates, losses }: RateCurve, length: string): string | null {
  const count = losses.filter(Number.isNaN).length;
  if (count === 0) return null;
  const isRest = losses.subarray(losses.length - count).every(Number.isNaN);
  const from = rateText(rates[rates.length - count]);
  return isRest ? t('divergesFrom', { rate: from, length }) : t('divergesAt', { count, length });
}

/** The rate that a run has, with the loss that it ends with where that is known, beside the best that was found. */
function presence(t: Translate, run: Run, loss: number | null, best: { readonly rate: number; readonly loss: number }) {
  const now = Number(run.hyper.lr);
  if (now === best.rate) return t('has');
  const rate = rateText(now);
  if (loss === null) return t('nowOnly', { rate });
  return t(endsBetter(run, loss, best.loss) ? 'nowBetter' : 'now', { rate, loss: formatNumber(loss, 3) });
}

const rateText = (rate: number | undefined): string => formatNumber(rate ?? NaN, 3);
