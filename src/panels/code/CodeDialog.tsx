import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { codeOf } from '../../code/code';
import { codeTargets, type CodeTarget } from '../../code/targets';
import type { Experiment } from '../../experiment';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { usePreference } from '../../workbench/stores/preferences';
import { DialogShell, type DialogProps } from '../controls/DialogShell';
import { Choice } from '../controls/lists/Choice';
import { withLateMessages } from '../late/LateMessages';
import { optimizerKey, problemKey } from '../shared/fileNames';
import { runLabel } from '../shared/runNames';
import { useSelected } from '../shared/runs';
import { CodeActions } from './CodeActions';
import './codeDialog.css';

/** The name of the file: problem, optimizer, and the library where it is not the usual one. */
function fileName({ problem, runs }: Experiment, run: number, target: CodeTarget): string {
  const library = target === 'optax' || target === 'keras' ? `-${target}` : '';
  const optimizer = optimizerKey(runs[run]?.optimizer ?? '');
  return `${problemKey(problem)}-${optimizer}${library}.${target === 'notebook' ? 'ipynb' : 'py'}`;
}

function RunChoice({ run, onChange }: { readonly run: number; readonly onChange: (run: number) => void }) {
  const t = useTranslations('code');
  const language = usePreference((state) => state.language);
  const runs = useExperimentPart((experiment) => experiment.runs);
  const options = runs.map((one, i) => ({
    value: String(i),
    label: t('runOption', { number: i + 1, label: runLabel(one, language) }),
  }));
  return (
    <Choice label={t('run')} value={String(run)} groups={[{ options }]} onChange={(value) => onChange(Number(value))} />
  );
}

function TargetChoice({
  target,
  onChange,
}: {
  readonly target: CodeTarget;
  readonly onChange: (target: CodeTarget) => void;
}) {
  const t = useTranslations('code');
  const options = codeTargets.map((value) => ({ value, label: t(`targets.${value}`) }));
  const choose = (value: string) => onChange(codeTargets.find((known) => known === value) ?? target);
  return <Choice label={t('library')} value={target} groups={[{ options }]} onChange={choose} />;
}

/** One run as a program: which run, for which library, its text, and what can be done with it. */
export default withLateMessages(function CodeDialog(props: DialogProps) {
  const t = useTranslations('code');
  const experiment = useExperimentPart((all) => all);
  const [run, setRun] = useState(useSelected());
  const [target, setTarget] = useState<CodeTarget>('pytorch');
  const text = useMemo(() => codeOf(experiment, { for: target, run, trace: false }), [experiment, target, run]);
  return (
    <DialogShell {...props} className="code-dialog" title={t('title')} about={t('about')}>
      <div className="code-choices">
        <TargetChoice target={target} onChange={setTarget} />
        <RunChoice run={run} onChange={setRun} />
      </div>
      {/* It scrolls, so the keyboard has to reach it. */}
      <pre className="code-text" tabIndex={0} role="region" aria-label={t('text')} lang="en" data-own-keys>
        <code>{text}</code>
      </pre>
      <CodeActions key={`${target} ${run}`} text={text} name={fileName(experiment, run, target)} />
    </DialogShell>
  );
});
