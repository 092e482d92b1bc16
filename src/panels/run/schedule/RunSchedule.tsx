import { useTranslations } from 'use-intl';
import { schedules, warmupArguments } from '../../../catalogue';
import { hasDomain, scheduleByKind, scheduleFits } from '../../../experiment';
import { hasRate } from '../../../experiment/core/ruleOfRun';
import type { Schedule } from '../../../experiment/core/types';
import { useExperimentPart } from '../../../workbench/stores/experimentStore';
import { usePreference } from '../../../workbench/stores/preferences';
import { setSchedule, setScheduleKind, setWarmup } from '../../../workbench/edits/lateEdits';
import { ChoiceRow } from '../../controls/lists/ChoiceRow';
import { FlagRow } from '../../controls/FlagRow';
import { withLateMessages } from '../../late/LateMessages';
import { inLanguage } from '../../../language';
import { ArgumentRow, NumberRow } from './ArgumentRow';
import { RateRow } from './RateRow';
import './runSchedule.css';

interface RunScheduleProps {
  /** Undefined: a constant rate. */
  readonly schedule: Schedule | undefined;
  /** Index of the run. */
  readonly index: number;
  /** Whether rows at their default are shown too. */
  readonly unfolded: boolean;
}

function KindRow({ kind, index }: { readonly kind: string; readonly index: number }) {
  const t = useTranslations('schedule');
  const language = usePreference((state) => state.language);
  const problem = useExperimentPart((experiment) => experiment.problem);
  const fitting = schedules.filter((one) => scheduleFits(one.kind, problem));
  const options = fitting.map(({ kind: value, name }) => ({ value, label: inLanguage(name, language) }));
  return (
    <ChoiceRow
      label={t('title')}
      name={t('choose', { number: index + 1 })}
      about={t('about')}
      value={kind}
      options={options}
      onChange={(value) => setScheduleKind(index, value)}
    />
  );
}

/** The warm-up before the schedule: a switch, and its arguments while it is on. */
function WarmupRows({
  schedule: { kind, args, warmup },
  index,
}: {
  readonly schedule: Schedule;
  readonly index: number;
}) {
  const t = useTranslations('schedule');
  return (
    <>
      <FlagRow
        label={t('warmup')}
        about={t('warmupAbout')}
        value={warmup !== undefined}
        onChange={(on) => setWarmup(index, on)}
      />
      {warmup && (
        <>
          <NumberRow
            argument={warmupArguments.steps}
            value={warmup.steps}
            onChange={(steps, settled) => setSchedule(index, { kind, args, warmup: { ...warmup, steps } }, settled)}
          />
          <NumberRow
            argument={warmupArguments.startFactor}
            value={warmup.startFactor}
            onChange={(startFactor, settled) =>
              setSchedule(index, { kind, args, warmup: { ...warmup, startFactor } }, settled)
            }
          />
        </>
      )}
    </>
  );
}

const constant: Schedule = { kind: 'constant', args: {} };

/** Whether the rule of a run uses the rate that the schedule sets for an update. */
const useIsRead = (index: number): boolean =>
  useExperimentPart(({ runs, problem }) => {
    const run = runs[index];
    return run === undefined || hasRate(run, hasDomain(problem));
  });

/** The schedule of a run: its kind, the curve of the rate, its arguments and the warm-up. */
export default withLateMessages(function RunSchedule({ schedule, index, unfolded }: RunScheduleProps) {
  const t = useTranslations('schedule');
  const isRead = useIsRead(index);
  const { kind, args } = schedule ?? constant;
  return (
    <>
      <KindRow kind={kind} index={index} />
      {schedule && !isRead && <p className="soft schedule-unread">{t('unread')}</p>}
      {scheduleByKind(kind).fromLosses && <p className="soft schedule-about">{t('readsLoss')}</p>}
      {schedule && <RateRow index={index} />}
      {Object.entries(scheduleByKind(kind).args).map(([name, argument]) => (
        <ArgumentRow
          key={`${kind}.${name}`}
          argument={argument}
          value={args[name] ?? argument.default}
          onChange={(value, settled) =>
            schedule && setSchedule(index, { ...schedule, args: { ...args, [name]: value } }, settled)
          }
        />
      ))}
      {(schedule !== undefined || unfolded) && <WarmupRows schedule={schedule ?? constant} index={index} />}
    </>
  );
});
