import { memo, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useShallow } from 'zustand/shallow';
import { findOptimizer, isMethod, isOwnRule, optimizerFamilies, type OptimizerOrMethod } from '../../catalogue';
import { rowAt } from '../../engine/trace/rows';
import type { Outcome } from '../../engine/trace/types';
import type { Run } from '../../experiment/core/types';
import { formatNumber, MarkerIcon, type RunStyle } from '../../plots';
import { useResults } from '../../workbench/stores/resultStore';
import { usePreference } from '../../workbench/stores/preferences';
import { duplicateRun, removeRun, setOptimizer } from '../../workbench/edits/edits';
import { setScreen, useScreen } from '../../workbench/stores/screenStore';
import { useStep } from '../../workbench/playback/transport';
import { Choice } from '../controls/lists/Choice';
import { DuplicateIcon, EditIcon, OutcomeIcon, RemoveIcon } from '../controls/Icons';
import { HyperRows } from './HyperRows';
import { FailedControl } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import { inLanguage } from '../../language';
import { useOutcomeMessage } from '../shared/messages';
import './runCard.css';

const ContinueButton = lazyWith(
  () => import('../restart/ContinueButton'),
  () => <span className="button button-icon waiting" />,
  FailedControl,
);
const TrainingLoopRows = lazyWith(() => import('./loop/TrainingLoopRows'), TrainingLoopRoom);

/** The room of the rows that load later, so that the next card stays where it is when they arrive. */
function TrainingLoopRoom({ run }: { readonly run: Run }) {
  return <div className="setting" data-waits-for={run.batch && 'batch'} />;
}

interface RunCardProps {
  readonly run: Run;
  readonly index: number;
  readonly style: RunStyle;
  readonly selected: boolean;
  readonly alone: boolean;
  readonly full: boolean;
}

const successful: ReadonlySet<Outcome['kind']> = new Set(['converged']);
const failed: ReadonlySet<Outcome['kind']> = new Set(['diverged', 'left']);

/** Milliseconds for which a run without an outcome shows its last one, so that a dragged slider does not flash "computing". */
const KEEP_LAST_OUTCOME_MS = 300;

/** The outcome of a run; null after it has been computing for a while, or is still to be computed with its present settings. */
function useOutcome(index: number, run: Run): Outcome | null {
  // Every part of a trace has new objects for equal outcomes; comparing by value avoids rendering for those.
  const outcome = useResults(
    useShallow(({ trace, traced }) => (traced?.runs[index] === run && trace?.runs[index]?.outcome) || null),
  );
  const [last, setLast] = useState(outcome);
  if (outcome !== null && outcome !== last) setLast(outcome);
  useEffect(() => {
    if (outcome !== null) return undefined;
    const timer = setTimeout(() => setLast(null), KEEP_LAST_OUTCOME_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  return outcome ?? last;
}

/** What came of a run: its outcome, and its loss unless that is of settings which the run had before. */
function RunResult({ index, run }: Pick<RunCardProps, 'index' | 'run'>) {
  const outcome = useOutcome(index, run);
  const isTraced = useResults(({ traced }) => traced?.runs[index] === run);
  return (
    <div className="run-result">
      <OutcomeBadge found={outcome} />
      <RunLoss index={index} isKnown={isTraced || outcome !== null} />
    </div>
  );
}

/** The outcome in a few words, with the full sentence for screen readers and as the title. */
function OutcomeBadge({ found }: { readonly found: Outcome | null }) {
  // On a phone it has a line of its own (runCard.css).
  const brief = useOutcomeMessage('outcomeShort', innerWidth > 640);
  const sentence = useOutcomeMessage();
  const isHidden = useScreen((state) => state.hidesFuture);
  const outcome = isHidden ? null : found;
  const mood =
    outcome === null ? 'none' : successful.has(outcome.kind) ? 'good' : failed.has(outcome.kind) ? 'bad' : 'plain';
  return (
    <span className="outcome" data-mood={mood} title={sentence(outcome)}>
      {outcome && <OutcomeIcon kind={outcome.kind} />}
      <span aria-hidden="true">{brief(outcome)}</span>
      <span className="visually-hidden">{sentence(outcome)}</span>
    </span>
  );
}

interface RunLossProps {
  readonly index: number;
  /** Whether the trace on the screen is of the run as it is set. */
  readonly isKnown: boolean;
}

/** The loss of a run at the current step, and whether it is the lowest on the cards. */
function RunLoss({ index, isKnown }: RunLossProps) {
  const t = useTranslations('runs');
  const step = useStep();
  const losses = useResults(useShallow(({ trace }) => trace?.runs.map((run) => run.loss[rowAt(run, step)])));
  const loss = isKnown ? losses?.[index] : undefined;
  const isBelow = isKnown && losses && isLowest(losses, index);
  return (
    <span className="run-loss" data-tip={isBelow ? t('lowestAbout') : undefined}>
      <span className="soft">{t(isBelow ? 'lowestLoss' : 'loss')}</span> {loss === undefined ? '' : lossText(loss)}
    </span>
  );
}

const lossText = (loss: number): string => formatNumber(loss, 4);

/** Whether one of several losses is below all others, by more than the digits on the cards can tell. */
function isLowest(losses: readonly (number | undefined)[], index: number): boolean {
  const loss = losses[index];
  if (loss === undefined || !Number.isFinite(loss)) return false;
  const isHigher = (other = NaN) => !(other <= loss) && lossText(other) !== lossText(loss);
  return losses.length > 1 && losses.every((other, run) => run === index || isHigher(other));
}

interface CardHeadProps extends Pick<RunCardProps, 'index' | 'alone' | 'full'> {
  readonly optimizer: string;
}

const CardHead = memo(function CardHead({ optimizer, index, alone, full }: CardHeadProps) {
  const t = useTranslations('runs');
  const language = usePreference((state) => state.language);
  const own = isOwnRule(optimizer) ? findOptimizer(optimizer) : undefined;
  const optionOf = (entry: OptimizerOrMethod) => ({
    value: entry.id,
    label: inLanguage(entry.name, language),
    also: inLanguage(entry.also, language),
  });
  const groups = [
    ...optimizerFamilies.map(({ name, optimizers }) => ({
      label: inLanguage(name, language),
      options: optimizers.map(optionOf),
    })),
    ...(own ? [{ options: [optionOf(own)] }] : []),
  ];
  const number = index + 1;
  return (
    <div className="run-head">
      <Choice
        label={t('optimizer', { number })}
        className="run-optimizer"
        value={optimizer}
        groups={groups}
        onChange={(id) => setOptimizer(index, id)}
      />
      {!isMethod(optimizer) && (
        <button
          type="button"
          className="button button-icon button-quiet"
          aria-label={t('edit', { number })}
          data-tip={t('edit', { number })}
          onClick={() => setScreen({ selected: index, tab: 'rule', editsRule: true })}
        >
          <EditIcon />
        </button>
      )}
      <ContinueButton index={index} />
      <button
        type="button"
        className="button button-icon button-quiet"
        disabled={full}
        aria-label={t('duplicate', { number })}
        data-tip={t('duplicate', { number })}
        onClick={() => duplicateRun(index)}
      >
        <DuplicateIcon />
      </button>
      <button
        type="button"
        className="button button-icon button-quiet"
        disabled={alone}
        aria-label={t('remove', { number })}
        data-tip={t('remove', { number })}
        onClick={() => removeRun(index)}
      >
        <RemoveIcon />
      </button>
    </div>
  );
});

/** One run: its optimizer, its outcome and its hyperparameters. A press anywhere on the card selects the run. */
export const RunCard = memo(function RunCard({ run, index, style, selected, alone, full }: RunCardProps) {
  const t = useTranslations('runs');
  const select = () => setScreen({ selected: index });
  return (
    <li
      className="run"
      style={{ '--run': style.colour }}
      data-selected={selected}
      aria-label={t('card', { number: index + 1, label: style.label })}
      onPointerDown={select}
      onFocus={select}
    >
      <button
        type="button"
        className="run-select"
        aria-pressed={selected}
        aria-label={t('select', { number: index + 1 })}
        onClick={select}
      >
        <MarkerIcon style={style} />
      </button>
      <CardHead optimizer={run.optimizer} index={index} alone={alone} full={full} />
      <RunResult run={run} index={index} />
      <HyperRows run={run} index={index} />
      <TrainingLoopRows run={run} index={index} />
    </li>
  );
});
