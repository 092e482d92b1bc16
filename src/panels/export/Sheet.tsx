import { useTranslations } from 'use-intl';
import { sampleCount } from '../../experiment';
import type { Run } from '../../experiment/core/types';
import { facts, type Language } from '../../language';
import { formatNumber, MarkerIcon } from '../../plots';
import { Plot } from '../../plots/kit/parts/Plot';
import type { ShownPlot } from '../../plots/kit/parts/shownPlots';
import { useLastStep, useStep } from '../../workbench/playback/transport';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { usePreference } from '../../workbench/stores/preferences';
import { ProblemFormula } from '../problem/ProblemFormula';
import { useStyledLogs } from '../shared/logs';
import { runLabel } from '../shared/runNames';
import { useRunStyles } from '../shared/runs';
import { FittedColumns } from './FittedColumns';
import type { PrintChoice } from './print';
import { problemName } from '../shared/problemName';
import { constantWords, runWords } from './settingWords';
import './sheet.css';

export interface SheetProps extends Pick<PrintChoice, 'hasLegend' | 'hasSettings'> {
  readonly plots: readonly ShownPlot[];
  /** Whether two plots stand beside each other. */
  readonly isWide: boolean;
}

/** Plots as one figure, with its legend and its settings under them. */
export function Sheet({ plots, isWide, hasLegend, hasSettings }: SheetProps) {
  return (
    <div className="sheet">
      <div className="sheet-plots" data-wide={isWide && plots.length > 1}>
        {plots.map(({ props }, i) => (
          <div key={i} className="sheet-plot">
            <Plot {...props} />
          </div>
        ))}
      </div>
      {(hasLegend || hasSettings) && <Runs hasNumbers={hasSettings} />}
      {hasSettings && <Settings />}
    </div>
  );
}

/** Each run's sign and name, and what it is set to. */
function Runs({ hasNumbers }: { readonly hasNumbers: boolean }) {
  const runs = useExperimentPart((experiment) => experiment.runs);
  const language = usePreference((state) => state.language);
  const styles = useRunStyles();
  const logs = useStyledLogs();
  return (
    <ul className="sheet-runs" data-listed={hasNumbers}>
      {styles.map((style, i) => {
        const run = runs[i];
        return (
          <li key={i}>
            <MarkerIcon style={style} />
            <span>{style.label}</span>
            {hasNumbers && run && <span className="soft">{runText(run, style.label, language)}</span>}
          </li>
        );
      })}
      {logs.map(({ style }, i) => (
        <li key={`log ${i}`}>
          <MarkerIcon style={style} />
          <span>{style.label}</span>
        </li>
      ))}
    </ul>
  );
}

/** What a run is set to, with its optimizer where its name does not say that. */
function runText(run: Run, name: string, language: Language): string {
  const optimizer = runLabel(run, language);
  return [...(name.startsWith(optimizer) ? [] : [optimizer]), ...runWords(run, language)].join(facts[language].comma);
}

/** The problem with its constants, where the runs start, how long they are, and the step that is shown. */
function Settings() {
  const t = useTranslations('export.sheet');
  const experiment = useExperimentPart((all) => all);
  const language = usePreference((state) => state.language);
  const [step, last] = [useStep(), useLastStep()];
  const { problem, runs, start, steps, epochs, seed } = experiment;
  const constants = constantWords(problem, language).join(facts[language].comma);
  const words = [
    start === null ? t('sampled') : t('start', { point: start.map((value) => formatNumber(value, 6)).join(', ') }),
    ...(steps === undefined ? [] : [t('steps', { count: steps })]),
    ...(epochs === undefined ? [] : [t('epochs', { count: epochs })]),
    t('seed', { seed }),
    // The letters that the runs' names and settings have.
    ...(runs.some(({ batch }) => batch) ? [t('batch', { count: sampleCount(experiment) })] : []),
    ...(step < last ? [t('step', { step, last })] : []),
  ];
  return (
    <div className="sheet-settings">
      <div className="sheet-problem">
        <strong>{problem.kind === 'custom' ? t('own') : problemName(problem, language)}</strong>
        <FittedColumns choice={problem} />
        <ProblemFormula choice={problem} className="" />
        {constants !== '' && <span>{constants}</span>}
      </div>
      <p>{words.join(' · ')}</p>
    </div>
  );
}
