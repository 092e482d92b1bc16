import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isComplete } from '../../engine/trace/rows';
import { stepTable } from '../../exports/data/stepTable';
import { sweepTable } from '../../exports/data/sweepTable';
import type { DataTable } from '../../exports/data/table';
import { traceTable } from '../../exports/data/traceTable';
import { csvOf, jsonOf } from '../../exports/data/write';
import { currentExperiment } from '../../workbench/stores/experimentStore';
import { resultStore, useResults } from '../../workbench/stores/resultStore';
import { currentSweep, sweepStore, useSweep } from '../../workbench/stores/sweepStore';
import { Segments } from '../controls/lists/Segments';
import { downloadText } from '../shared/download';
import { Row } from './Row';
import { fileStem } from '../shared/fileNames';

const kinds = ['trace', 'sweep', 'step'] as const;
type DataKind = (typeof kinds)[number];

const formats = {
  csv: { write: csvOf, type: 'text/csv' },
  json: { write: jsonOf, type: 'application/json' },
} as const;

/** The numbers on the page as a file for other programs. */
export default function DataForm() {
  const t = useTranslations('export');
  const offered = useOfferedKinds();
  const [chosen, setKind] = useState<DataKind>('trace');
  const [format, setFormat] = useState<keyof typeof formats>('csv');
  const kind = offered.includes(chosen) ? chosen : offered[0];
  if (!kind) return <p>{t('data.none')}</p>;
  const name = `${fileStem(currentExperiment())}-${kind}.${format}`;
  const save = () => downloadText(formats[format].write(tableOf(kind)), name, formats[format].type);
  return (
    <>
      <Row label={t('data.label')}>
        <Segments
          label={t('data.label')}
          value={kind}
          options={offered.map((value) => ({ value, label: t(`data.${value}`) }))}
          onChange={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
        />
      </Row>
      <p>{t(`dataAbout.${kind}`)}</p>
      <Row label={t('data.format')}>
        <Segments
          label={t('data.format')}
          value={format}
          options={[
            { value: 'csv', label: 'CSV' },
            { value: 'json', label: 'JSON' },
          ]}
          onChange={(value) => setFormat(value === 'json' ? 'json' : 'csv')}
        />
      </Row>
      <p className="soft">{t('data.head')}</p>
      <div className="export-actions">
        <button type="button" className="button button-strong" onClick={save}>
          {t('saveFile', { name })}
        </button>
      </div>
    </>
  );
}

/** What there are numbers of: complete runs, a sweep that is on the screen, the update at the transport's step. */
function useOfferedKinds(): readonly DataKind[] {
  const hasAll = useResults(({ trace }) => trace !== null && isComplete(trace));
  const hasSweep = useSweep(({ grids }) => grids.length > 0);
  const hasStep = useResults(({ inspection, trace }) => inspection !== null && trace !== null);
  const there: Readonly<Record<DataKind, boolean>> = { trace: hasAll, sweep: hasSweep, step: hasStep };
  return kinds.filter((kind) => there[kind]);
}

/** The numbers that are on the screen now. Throws RangeError where there are none, which is then not offered. */
function tableOf(kind: DataKind): DataTable {
  const { trace, traced, inspection } = resultStore.getState();
  if (kind === 'sweep') {
    const grid = sweepStore.getState().grids.at(-1);
    const { experiment, run, settings, steps } = currentSweep();
    if (!grid) throw new RangeError('there is no sweep');
    return sweepTable(grid, { ...settings, experiment, run, steps, onlyLoss: settings.measure === 'loss' });
  }
  if (!trace || !traced) throw new RangeError('there is no trace');
  if (kind === 'trace') return traceTable(trace, traced);
  if (!inspection) throw new RangeError('there is no step');
  return stepTable(inspection, trace.parameters, traced);
}
