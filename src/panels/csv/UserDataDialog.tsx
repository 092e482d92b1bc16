import { useRef, useState, type ChangeEvent } from 'react';
import { useTranslations } from 'use-intl';
import { csvLimits } from '../../experiment/csv';
import { showOnScreen, useScreen } from '../../workbench/stores/screenStore';
import { DialogShell } from '../controls/DialogShell';
import { ColumnForm } from './ColumnForm';
import { Fault } from './Fault';
import { useCsvFile } from './useCsvFile';
import './userDataDialog.css';

const close = () => showOnScreen({ userDataDialog: null });

/** A button that opens the browser's choice of files. */
function FileButton({ label }: { readonly label: string }) {
  const input = useRef<HTMLInputElement>(null);
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file) showOnScreen({ userDataDialog: { file } });
    // The same file can be chosen again after it was changed.
    target.value = '';
  };
  return (
    <span className="csv-choose">
      <button type="button" className="button" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input ref={input} type="file" accept=".csv,.tsv,.txt,text/*" hidden onChange={take} />
    </span>
  );
}

/** A file, its columns and a model, for user data. The experiment stays as it is until they are confirmed. */
export default function UserDataDialog() {
  const t = useTranslations('csv');
  const file = useScreen((state) => state.userDataDialog?.file ?? null);
  const [opener] = useState(() => document.activeElement);
  const reading = useCsvFile(file);
  return (
    <DialogShell
      className="csv-dialog"
      title={t('title')}
      about={t('about', { rows: csvLimits.rows.max, columns: csvLimits.columns.max })}
      hasClose={false}
      onClose={close}
      opener={() => (opener instanceof HTMLElement ? opener : null)}
    >
      <p className="csv-file">
        <FileButton label={t(file ? 'another' : 'choose')} />
        <span className="soft">{t('orDrop')}</span>
      </p>
      {file && !reading && <p role="status">{t('reading', { file: file.name })}</p>}
      {reading && 'fault' in reading && <Fault fault={reading.fault} />}
      {reading && 'split' in reading && (
        <ColumnForm key={fileKey(reading.file)} name={reading.file.name} split={reading.split} onDone={close} />
      )}
    </DialogShell>
  );
}

/** Another file is another form. */
const fileKey = ({ name, lastModified, size }: File): string => `${name} ${lastModified} ${size}`;
