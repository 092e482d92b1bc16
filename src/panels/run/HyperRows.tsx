import { Fragment, memo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { isMethod } from '../../catalogue';
import type { Run } from '../../experiment/core/types';
import { settle } from '../../workbench/stores/experimentStore';
import { usePreference } from '../../workbench/stores/preferences';
import { setHyper } from '../../workbench/edits/edits';
import { FlagRow } from '../controls/FlagRow';
import { Letter } from '../controls/Letter';
import { SettingRow, type SettingRowProps } from '../controls/numbers/SettingRow';
import { hyperControls, isAlwaysShown, letterOf, sliderOf, type HyperControl } from '../shared/hyperControls';
import { useHyperHelp } from '../shared/hyperHelp';
import { lazyWith } from '../../late/lazyWith';
import { inLanguage } from '../../language';
import { RateRow } from './rate/RateRow';

const RunSchedule = lazyWith(
  () => import('./schedule/RunSchedule'),
  () => <div className="setting" />,
);

interface HyperRowProps {
  readonly setting: HyperControl;
  /** Key of the optimizer that it belongs to. */
  readonly optimizer: string;
  readonly value: number | boolean | undefined;
  /** Index of the run. */
  readonly index: number;
}

/** Memoised: while one slider of a card moves, the others do not render. */
const HyperRow = memo(function HyperRow({ setting, optimizer, value, index }: HyperRowProps) {
  const language = usePreference((state) => state.language);
  const { name, domain } = setting;
  const scale = sliderOf(setting);
  const letter = letterOf(setting);
  const words = { label: inLanguage(domain.name, language), about: useHyperHelp(name, optimizer) };
  if (scale === null) return <FlagRow {...words} value={value === true} onChange={(on) => setHyper(index, name, on)} />;
  const row: SettingRowProps = {
    ...words,
    shown: letter && <Letter {...letter} />,
    value: Number(value),
    scale,
    limits: { min: domain.min, max: domain.max, integer: domain.integer ?? false },
    onChange: (next, settled) => setHyper(index, name, next, settled),
    onSettle: settle,
  };
  return name === 'lr' ? <RateRow {...row} run={index} /> : <SettingRow {...row} />;
});

/** A control for every hyperparameter of the rule, and the schedule of its rate. Those at their default are folded away. */
export function HyperRows({ run, index }: { readonly run: Run; readonly index: number }) {
  const t = useTranslations('runs');
  const [open, setOpen] = useState(false);
  // Rows stay visible until the user folds and unfolds again, so that none disappears while it is dragged to its default.
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const settings = hyperControls(run.optimizer);
  const shown = settings.filter((setting) => isAlwaysShown(setting, run) || kept.has(setting.name));
  const hidden = settings.filter((setting) => !shown.includes(setting));
  // The warm-up counts too; it is shown once there is a schedule. A classical method has neither.
  const hiddenCount = hidden.length + (run.schedule || isMethod(run.optimizer) ? 0 : 1);
  const toggle = () => {
    setOpen(!open);
    setKept(new Set());
  };
  return (
    <div className="settings" onFocus={() => setKept(new Set(shown.map(({ name }) => name)))}>
      {settings
        .filter((setting) => open || shown.includes(setting))
        .map((setting) => (
          <Fragment key={setting.name}>
            <HyperRow setting={setting} optimizer={run.optimizer} value={run.hyper[setting.name]} index={index} />
            {setting.name === 'lr' && <RunSchedule schedule={run.schedule} index={index} unfolded={open} />}
          </Fragment>
        ))}
      {(open || hiddenCount > 0) && (
        <button type="button" className="more" aria-expanded={open} onClick={toggle}>
          {open ? t('less') : t('moreCount', { count: hiddenCount })}
        </button>
      )}
    </div>
  );
}
