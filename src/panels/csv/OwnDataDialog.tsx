import * as Dialog from '@radix-ui/react-dialog';
import { useRef, useState, type ChangeEvent } from 'react';
import { useTranslations } from 'use-intl';
import { csvLimits } from '../../experiment/csv';
import { showOnScreen, useScreen } from '../../workbench/screenStore';
import { ColumnForm } from './ColumnForm';
import { Fault } from './Fault';
import { useCsvFile } from './useCsvFile';

const close = () => showOnScreen({ ownData: null });

/** A button that opens the browser's choice of files. */
function FileButton({ label }: { readonly label: string }) {
  const input = useRef<HTMLInputElement>(null);
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file) showOnScreen({ ownData: { file } });
    // The same file can be chosen again after it was changed.
    target.value = '';
  };
  return (
    <span className="csv-choose">
      <button type="button" className="button" onClick={() => input.current?.click()}>{label}</button>
      <input ref={input} type="file" accept=".csv,.tsv,.txt,text/*" hidden onChange={take} />
    </span>
  );
}

/** A file, its columns and a model, for a person's own data. Nothing on the screen changes before they are used. */
export default function OwnDataDialog() {
  const t = useTranslations('csv');
  const file = useScreen((state) => state.ownData?.file ?? null);
  const [opener] = useState(() => document.activeElement);
  const reading = useCsvFile(file);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="dialog-veil" />
        <Dialog.Content
          className="dialog csv-dialog"
          data-own-keys
          onCloseAutoFocus={(event) => {
            // Opened by no trigger that the dialog knows, so it cannot know where the focus came from.
            event.preventDefault();
            if (opener instanceof HTMLElement) opener.focus();
          }}
        >
          <Dialog.Title className="dialog-title">{t('title')}</Dialog.Title>
          <Dialog.Description className="soft">{t('about', { rows: csvLimits.rows.max, columns: csvLimits.columns.max })}</Dialog.Description>
          <p className="csv-file">
            <FileButton label={t(file ? 'another' : 'choose')} />
            <span className="soft">{t('orDrop')}</span>
          </p>
          {file && !reading && <p role="status">{t('reading', { file: file.name })}</p>}
          {reading && 'fault' in reading && <Fault fault={reading.fault} />}
          {reading && 'split' in reading && <ColumnForm key={fileKey(reading.file)} name={reading.file.name} split={reading.split} onDone={close} />}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Another file is another form. */
const fileKey = ({ name, lastModified, size }: File): string => `${name} ${lastModified} ${size}`;
