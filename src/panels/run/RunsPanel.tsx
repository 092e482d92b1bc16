import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { addRun, isFull } from '../../workbench/edits/edits';
import { tuneRuns } from '../../workbench/requests/tuneRuns';
import { AddIcon } from '../controls/Icons';
import { Choice } from '../controls/lists/Choice';
import { ProblemSettings } from '../problem/ProblemSettings';
import { RunCard } from './RunCard';
import { PartBoundary } from '../../late/PartBoundary';
import { lazyWith } from '../../late/lazyWith';
import { bringLowerInSight } from '../shared/lowerInSight';
import { useRunStyles, useSelected } from '../shared/runs';
import './runsPanel.css';

const SelectedWhy = lazyWith(
  () => import('./SelectedWhy'),
  () => <div className="selected-why-waiting" />,
);
const LoggedRuns = lazyWith(
  () => import('../logs/LoggedRuns'),
  () => <div className="logged-waiting" />,
);
const EdgeLegend = lazyWith(() => import('../theory/EdgeLegend'));
const OutcomeAnnouncer = lazyWith(() => import('./OutcomeAnnouncer'));

/**
 * Adds a run and leads the user to it: its card may be out of sight, at the end of the list. The focus goes to its list of
 * optimizers, whose placeholder would lose it.
 */
async function addInSight(): Promise<void> {
  await Choice.load();
  flushSync(addRun);
  const card = document.querySelector('.run:last-child');
  card?.scrollIntoView({ block: 'start' });
  card?.querySelector<HTMLElement>('.run-optimizer')?.focus({ preventScroll: true });
}

function AddButton({ full }: { readonly full: boolean }) {
  const t = useTranslations('runs');
  return (
    <button
      type="button"
      className="button"
      disabled={full}
      title={full ? t('full') : undefined}
      onClick={() => void addInSight()}
    >
      <AddIcon />
      {t('add')}
    </button>
  );
}

/** Leads the user to what was found, which on a narrow page is below the runs. */
function tuneInSight(): void {
  void tuneRuns();
  bringLowerInSight();
}

function TuneButton() {
  const t = useTranslations('runs');
  return (
    <button type="button" className="button" data-tip={t('tuneAbout')} onClick={tuneInSight}>
      {t('tune')}
    </button>
  );
}

/** The cards. Only those whose run has changed render. */
function Runs({ full }: { readonly full: boolean }) {
  const runs = useExperimentPart((experiment) => experiment.runs);
  const styles = useRunStyles();
  const selected = useSelected();
  return (
    <ol className="run-list">
      {runs.map((run, index) => {
        const style = styles[index];
        return (
          style && (
            // Runs have no ids: colour, trace and card of a run follow from its index.
            <PartBoundary key={index}>
              <RunCard
                run={run}
                index={index}
                style={style}
                selected={index === selected}
                alone={runs.length === 1}
                full={full}
              />
            </PartBoundary>
          )
        );
      })}
    </ol>
  );
}

/** The runs with their optimizers and settings, then the settings of the problem. */
export function RunsPanel() {
  const t = useTranslations('runs');
  const full = useExperimentPart(isFull);
  return (
    <aside className="runs" id="runs" tabIndex={-1} aria-label={t('title')}>
      <div className="runs-head">
        <h2 className="section-title">{t('title')}</h2>
        <div className="button-pair">
          <TuneButton />
          <AddButton full={full} />
        </div>
      </div>
      <SelectedWhy />
      <Runs full={full} />
      <LoggedRuns />
      <EdgeLegend />
      <OutcomeAnnouncer />
      <ProblemSettings />
    </aside>
  );
}
