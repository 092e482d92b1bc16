import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { findOptimizer, ruleOf, symbolOf, type Optimizer } from '../catalogue';
import type { Inspection } from '../engine/types';
import type { Run } from '../experiment/types';
import { defaultSymbol, ruleTex, type TexLine } from '../formula';
import { formatNumber } from '../plots';
import { useExperiment } from '../workbench/experimentStore';
import { usePicture } from '../workbench/pictureStore';
import { useStep } from '../workbench/transport';
import { useRunStyles, useSelected } from './runs';
import { Tex } from './Tex';

/** One number per parameter as a vector, one number for all as itself. */
const valuesText = (values: readonly number[]): string => {
  const texts = values.map((value) => formatNumber(value, 5));
  return texts.length === 1 ? texts.join('') : `(${texts.join(', ')})`;
};

const symbolIn = (optimizer: Optimizer, name: string): string => symbolOf(optimizer, name) ?? defaultSymbol(name);

/** The numbers of this very rule; while another rule's are still on their way there are none. */
function fitting(inspection: Inspection | null, run: number, optimizer: Optimizer): Inspection | null {
  const lines = ruleOf(optimizer).lines;
  const fits = inspection?.run === run && inspection.lines.length === lines.length && inspection.lines.every(({ name }, i) => name === lines[i]?.name);
  return fits ? inspection : null;
}

interface LineRowProps {
  readonly line: TexLine;
  readonly optimizer: Optimizer;
  readonly values: readonly number[] | undefined;
}

function LineRow({ line, optimizer, values }: LineRowProps) {
  return (
    <tr>
      <td className="rule-formula">
        <Tex tex={`\\displaystyle ${line.tex}`} plain={line.name} />
      </td>
      <td className="rule-symbol">
        <Tex tex={`${symbolIn(optimizer, line.name)} =`} plain={`${line.name} =`} />
      </td>
      <td className="rule-values">{values ? valuesText(values) : ''}</td>
    </tr>
  );
}

interface BeforeProps {
  readonly inspection: Inspection;
  readonly optimizer: Optimizer;
  readonly lines: readonly TexLine[];
}

/** What the update started from: the parameters, and the state that these settings make use of. */
function Before({ inspection, optimizer, lines }: BeforeProps) {
  const t = useTranslations('rule');
  const shown = inspection.before.filter(({ name }) => lines.some((line) => line.name === name));
  return (
    <p className="rule-before">
      <span className="soft">{t('before')}</span>
      {shown.map(({ name, values }) => (
        <span key={name} className="rule-quantity">
          <Tex tex={`${symbolIn(optimizer, name)} =`} plain={`${name} =`} /> {valuesText(values)}
        </span>
      ))}
    </p>
  );
}

function useLines(run: Run, optimizer: Optimizer): readonly TexLine[] {
  const t = useTranslations('rule');
  const otherwise = t('otherwise');
  return useMemo(
    () => ruleTex(ruleOf(optimizer), run.hyper, { symbol: (name) => symbolOf(optimizer, name), otherwise }),
    [optimizer, run.hyper, otherwise],
  );
}

function Rule({ run, index, optimizer, label }: { readonly run: Run; readonly index: number; readonly optimizer: Optimizer; readonly label: string }) {
  const t = useTranslations('rule');
  const lines = useLines(run, optimizer);
  const rows = usePicture((state) => state.trace?.runs[index]?.rows ?? 0);
  const step = useStep();
  const update = Math.min(step, rows - 1);
  const answered = usePicture((state) => state.inspection);
  // While the transport moves, the last answer stands until the next one is here, under its own number.
  const inspection = update < 1 ? null : fitting(answered, index, optimizer);
  const remark = update < 1 ? t('start') : update < step ? t('ended', { step: update }) : t('float64');
  return (
    <>
      <table className="rule">
        <caption className="visually-hidden">{t('of', { label, step: update })}</caption>
        <thead>
          <tr>
            <th scope="col">
              <strong>{label}</strong>
            </th>
            <th scope="col" colSpan={2}>
              {update >= 1 && <strong>{t('numbers', { step: inspection?.step ?? update })}</strong>} <span className="soft">{remark}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <LineRow key={line.index} line={line} optimizer={optimizer} values={inspection?.lines[line.index]?.values} />
          ))}
        </tbody>
      </table>
      {inspection && <Before inspection={inspection} optimizer={optimizer} lines={lines} />}
    </>
  );
}

/** The selected run's update rule as mathematics, as its settings make it, with this step's numbers beside it. */
export function RuleTab() {
  const { runs } = useExperiment();
  const index = useSelected();
  const label = useRunStyles()[index]?.label ?? '';
  const run = runs[index];
  const optimizer = run && findOptimizer(run.optimizer);
  return run && optimizer ? <Rule run={run} index={index} optimizer={optimizer} label={label} /> : null;
}
