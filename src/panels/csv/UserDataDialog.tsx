import { useRef, useState, type ChangeEvent } from 'react';
import { useTranslations } from 'use-intl';
import { CsvError, encodings } from '../../experiment/csv';
import { setScreen, useScreen } from '../../workbench/stores/screenStore';
import { DialogShell } from '../controls/DialogShell';
import { ChoiceRow } from '../controls/lists/ChoiceRow';
import { ColumnForm } from './ColumnForm';
import { DialogActions } from './DialogActions';
import { Fault } from './Fault';
import { useCsvFile, type Reading } from './useCsvFile';
import './userDataDialog.css';

const close = () => setScreen({ userDataDialog: null });

/** A button that opens the browser's file picker. */
function FileButton({ label }: { readonly label: string }) {
  const input = useRef<HTMLInputElement>(null);
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file) setScreen({ userDataDialog: { file } });
    // Otherwise choosing the same file again, after it was changed, would send no event.
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

/**
 * The dialog for user data: a file, its columns and a model. The experiment stays as it is until the user confirms
 * them.
 */
export default function UserDataDialog() {
  const t = useTranslations('csv');
  const file = useScreen((state) => state.userDataDialog?.file ?? null);
  const [opener] = useState(() => document.activeElement);
  const reading = useCsvFile(file);
  return (
    <DialogShell
      isColumn
      title={t('title')}
      about={t('about')}
      hasClose={false}
      onClose={close}
      opener={() => (opener instanceof HTMLElement ? opener : null)}
    >
      <p className="csv-file">
        <FileButton label={t(file ? 'another' : 'choose')} />
        <span className="soft">{t('orDrop')}</span>
      </p>
      {file && !reading && <p role="status">{t('reading', { file: file.name })}</p>}
      {reading && <EncodingRow {...reading} />}
      {reading?.parsed instanceof CsvError && <Fault fault={reading.parsed} />}
      {reading && !(reading.parsed instanceof CsvError) ? (
        <ColumnForm
          key={`${fileKey(reading.file)} ${reading.encoding}`}
          name={reading.file.name}
          parsed={reading.parsed}
          onDone={close}
        />
      ) : (
        <DialogActions onCancel={close} />
      )}
    </DialogShell>
  );
}

/** The encoding that the file is read in; another can be chosen, because short texts tell it badly. */
function EncodingRow({ encoding, onEncoding }: Reading) {
  const t = useTranslations('csv');
  if (!onEncoding) return null;
  return (
    <div className="settings csv-settings">
      <ChoiceRow
        label={t('encoding')}
        about=""
        value={encoding ?? ''}
        options={encodings.map((value) => ({ value, label: t(`encodings.${value}`) }))}
        onChange={(chosen) => {
          const found = encodings.find((value) => value === chosen);
          if (found) onEncoding(found);
        }}
      />
    </div>
  );
}

/** The key of the form, so that another file gets a fresh one. */
const fileKey = ({ name, lastModified, size }: File): string => `${name} ${lastModified} ${size}`;
