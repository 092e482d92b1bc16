import { useTranslations } from 'use-intl';
import type { Agreement, Parting } from '../../engine/compare/types';
import { isFullBatch, limits, parametersOf, sampleCount } from '../../experiment';
import { useProse } from '../shared/useProse';
import { setStart, setSteps } from '../../workbench/edits/edits';
import { scrubTo, useLastStep } from '../../workbench/playback/transport';
import { useExperiment, useExperimentPart } from '../../workbench/stores/experimentStore';
import type { ShownLog } from '../../workbench/stores/shownLogs';
import { useRunStyles } from '../shared/runs';

/** How far a log agrees with the nearest run: where it parts from it, how exactly they were compared, and what to look at. */
export function LogAgreement({ log }: { readonly log: ShownLog }) {
  const t = useTranslations('log');
  const { agreement } = log;
  return (
    <div className="logged-words" role="status">
      {agreement === 'waiting' && <p className="soft">{t('waiting')}</p>}
      {agreement === null && <NothingInCommon log={log} />}
      {agreement !== null && agreement !== 'waiting' && <Found log={log} agreement={agreement} />}
    </div>
  );
}

function NothingInCommon({ log: { log } }: { readonly log: ShownLog }) {
  const t = useTranslations('log');
  const end = useLastStep();
  return <p>{t('nothing', { first: log.steps[0] ?? 0, last: log.steps.at(-1) ?? 0, end })}</p>;
}

/** Digits of numbers in a sentence; as many more as it takes to tell two apart. */
const DIGITS = 5;
const MAX_DIGITS = 17;

function twoNumbers(one: number, other: number, write: ReturnType<typeof useProse>): readonly [string, string] {
  for (let digits = DIGITS; digits <= MAX_DIGITS; digits += 1) {
    const texts = [write(one, digits), write(other, digits)] as const;
    if (texts[0] !== texts[1] || digits === MAX_DIGITS) return texts;
  }
  return [String(one), String(other)];
}

interface FoundProps {
  readonly log: ShownLog;
  readonly agreement: Agreement;
}

function Found({ log, agreement }: FoundProps) {
  const t = useTranslations('log');
  const write = useProse();
  const { parting, equal, compared } = agreement;
  const label = useRunStyles()[agreement.run]?.label ?? '';
  const { precision } = log.log;
  return (
    <>
      {parting ? (
        <PartingWords parting={parting} label={label} equal={equal} />
      ) : (
        <p>{t('equal', { label, count: compared, tolerance: write(agreement.tolerance, 2) })}</p>
      )}
      <Hint log={log} agreement={agreement} />
      <p className="soft logged-small">
        {t('precision', { kind: precision.kind })}{' '}
        {precision.rounded && t('rounded', { decimals: precision.rounded.decimals })}{' '}
        {log.log.counts === 'epoch' && t('epochs')}{' '}
        {agreement.offset !== 0 && t('counted', countedExample(agreement.offset))}
      </p>
      <Actions log={log} agreement={agreement} />
    </>
  );
}

/** A step of the log, and of ours, that shows how it counts. */
const countedExample = (offset: number) => ({ step: Math.max(0, offset), row: Math.max(0, -offset) });

function PartingWords({
  parting,
  label,
  equal,
}: {
  readonly parting: Parting;
  readonly label: string;
  readonly equal: number;
}) {
  const t = useTranslations('log');
  const write = useProse();
  const names = useExperimentPart(({ problem }) => parametersOf(problem));
  const [logged, ours] = twoNumbers(parting.logged, parting.ours, write);
  const values = {
    label,
    step: parting.step,
    quantity: parting.parameter === null ? t('theLoss') : (names[parting.parameter] ?? ''),
    logged,
    ours,
    tolerance: write(parting.tolerance, 2),
  };
  return <p>{equal === 0 ? t('differs', values) : t('parts', { ...values, equal })}</p>;
}

/** What most often makes a run part there. */
function Hint({ agreement: { parting, equal, run } }: FoundProps) {
  const t = useTranslations('log');
  const experiment = useExperiment();
  if (!parting) return null;
  const own = experiment.runs[run];
  const isOfBatches = own?.batch !== undefined && !isFullBatch(sampleCount(experiment), own.batch);
  const hint = isOfBatches ? 'hintBatch' : equal === 0 ? 'hintStart' : parting.row === 1 ? 'hintFirst' : 'hintLater';
  return <p>{t(hint)}</p>;
}

function Actions({ log, agreement: { parting, equal } }: FoundProps) {
  const t = useTranslations('log');
  const start = useExperimentPart((experiment) => experiment.start);
  const steps = useExperimentPart((experiment) => experiment.steps);
  const path = log.path;
  const first =
    path && path.steps[0] === 0
      ? Array.from(path.run.params.subarray(0, path.run.params.length / path.run.rows))
      : null;
  const startsElsewhere =
    first !== null && equal === 0 && start !== null && start.some((value, i) => value !== first[i]);
  const last = log.steps.at(-1) ?? 0;
  const isLonger = parting === null && steps !== undefined && last > steps && last <= limits.steps.max;
  if (!parting && !isLonger) return null;
  return (
    <div className="logged-actions">
      {parting && (
        <button type="button" className="more" onClick={() => scrubTo(parting.row)}>
          {t('goTo', { step: parting.row })}
        </button>
      )}
      {startsElsewhere && (
        <button type="button" className="more" onClick={() => setStart(first)}>
          {t('startThere')}
        </button>
      )}
      {isLonger && (
        <button type="button" className="more" onClick={() => setSteps(last)}>
          {t('longer', { count: last })}
        </button>
      )}
    </div>
  );
}
