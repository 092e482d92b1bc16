import { useMemo, useRef, useState, type ChangeEvent } from 'react';
import { useTranslations } from 'use-intl';
import { parametersOf } from '../../experiment';
import {
  likelyColumns,
  LogError,
  lossColumns,
  numericColumns,
  parametersIn,
  readLog,
  runLogOf,
  type LogColumns,
  type LogTable,
  type RunLog,
} from '../../experiment/log';
import { setLogDialog, useArrivals, type LogDraft } from '../../workbench/arrivals/arrivalStore';
import { addLog } from '../../workbench/logs/keptLogs';
import { currentExperiment, useExperimentPart } from '../../workbench/stores/experimentStore';
import { setScreen } from '../../workbench/stores/screenStore';
import { DialogShell } from '../controls/DialogShell';
import { ChoiceRow } from '../controls/lists/ChoiceRow';
import { LogFault } from './LogFault';
import { LogSnippet } from './LogSnippet';
import './logDialog.css';

const close = () => setLogDialog(null);

/** The dialog for a run from elsewhere: a file or a pasted text, and what its columns are. Nothing changes until it is confirmed. */
export default function LogDialog() {
  const t = useTranslations('log');
  const opened = useArrivals((state) => state.logDialog);
  const draft = opened === 'empty' ? null : opened;
  const [opener] = useState(() => document.activeElement);
  return (
    <DialogShell
      isColumn
      title={t('title')}
      about={t('about')}
      hasClose={false}
      onClose={close}
      opener={() => (opener instanceof HTMLElement ? opener : null)}
    >
      <p className="log-file">
        <FileButton label={t(draft ? 'another' : 'choose')} />
        <span className="soft">{t('orDrop')}</span>
      </p>
      {draft ? <DraftForm key={draft.text} draft={draft} /> : <PasteForm />}
    </DialogShell>
  );
}

/** A button that opens the browser's file picker. */
function FileButton({ label }: { readonly label: string }) {
  const input = useRef<HTMLInputElement>(null);
  const take = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    // Otherwise choosing the same file again, after it was changed, would send no event.
    if (file) setLogDialog({ name: file.name.replace(/\.[^.]*$/, ''), text: await file.text().catch(() => ''), file });
    target.value = '';
  };
  return (
    <>
      <button type="button" className="button" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,.json,.jsonl,text/*,application/json"
        hidden
        onChange={(event) => void take(event)}
      />
    </>
  );
}

function PasteForm() {
  const t = useTranslations('log');
  const [text, setText] = useState('');
  return (
    <>
      <label className="log-paste">
        {t('paste')}
        <textarea
          className="text-input"
          rows={4}
          spellCheck={false}
          placeholder={'step,loss,x,y\n0,24.2,-1.2,1\n…'}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <div className="log-actions">
        <button type="button" className="button" onClick={close}>
          {t('cancel')}
        </button>
        <button
          type="button"
          className="button button-strong"
          disabled={text.trim() === ''}
          onClick={() => setLogDialog({ name: '', text, file: null })}
        >
          {t('read')}
        </button>
      </div>
      <p className="soft">{t('formats')}</p>
      <LogSnippet />
    </>
  );
}

/** The result, or what is wrong with the log. */
function attempt<T>(make: () => T): T | LogError {
  try {
    return make();
  } catch (error) {
    if (error instanceof LogError) return error;
    throw error;
  }
}

interface ReadDraft {
  readonly table: LogTable;
  readonly likely: LogColumns;
}

function DraftForm({ draft }: { readonly draft: LogDraft }) {
  const t = useTranslations('log');
  const read = useMemo(
    () =>
      attempt((): ReadDraft => {
        const table = readLog(draft.text);
        return { table, likely: likelyColumns(table) };
      }),
    [draft.text],
  );
  if (read instanceof LogError)
    return (
      <>
        <LogFault fault={read} />
        <Actions draft={draft} log={null} />
        <LogSnippet />
      </>
    );
  return <Columns {...read} draft={draft} name={draft.name || t('pasted')} />;
}

const NO_STEP = 'none';

/** Which columns are the steps and the loss, and what the log then says. */
function Columns({ table, likely, draft, name }: ReadDraft & { readonly draft: LogDraft; readonly name: string }) {
  const t = useTranslations('log');
  const [columns, setColumns] = useState(likely);
  const log = useMemo(() => attempt(() => runLogOf(name, table, columns)), [name, table, columns]);
  const label = (column: number) => table.names[column] || t('column', { column: column + 1 });
  const options = (among: readonly number[]) =>
    among.map((column) => ({ value: String(column), label: label(column) }));
  return (
    <>
      <div className="settings log-settings">
        <ChoiceRow
          label={t('step')}
          about=""
          value={columns.step === null ? NO_STEP : String(columns.step)}
          options={[
            ...options(numericColumns(table).filter((column) => column !== columns.loss)),
            { value: NO_STEP, label: t('stepNone') },
          ]}
          onChange={(value) => setColumns({ ...columns, step: value === NO_STEP ? null : Number(value) })}
        />
        <ChoiceRow
          label={t('loss')}
          about=""
          value={String(columns.loss)}
          options={options(lossColumns(table))}
          onChange={(value) => setColumns({ ...columns, loss: Number(value) })}
        />
      </div>
      {log instanceof LogError ? <LogFault fault={log} /> : <Summary log={log} />}
      <Actions draft={draft} log={log instanceof LogError ? null : log} />
    </>
  );
}

/** Names of parameters that are listed. */
const SHOWN = 6;

function Summary({ log }: { readonly log: RunLog }) {
  const t = useTranslations('log');
  const problem = useExperimentPart((experiment) => experiment.problem);
  const parameters = parametersOf(problem);
  const names = [...parameters.slice(0, SHOWN), ...(parameters.length > SHOWN ? ['…'] : [])].join(', ');
  return (
    <div role="status">
      <p>
        {t('found', {
          name: log.name,
          rows: log.steps.length,
          range: t(log.counts === 'epoch' ? 'epochRange' : 'stepRange', {
            first: log.steps[0] ?? 0,
            last: log.steps.at(-1) ?? 0,
          }),
        })}{' '}
        {log.repeated > 0 && t('repeated', { count: log.repeated })}
      </p>
      <p className="soft">{t(parametersIn(log, parameters) ? 'hasPath' : 'noPath', { names })}</p>
    </div>
  );
}

function Actions({ draft, log }: { readonly draft: LogDraft; readonly log: RunLog | null }) {
  const t = useTranslations('log');
  const asData = () => {
    close();
    setScreen({ userDataDialog: { file: draft.file } });
  };
  const show = () => {
    if (!log) return;
    addLog(log, currentExperiment().problem);
    // A reduced view has no room for a further run.
    setScreen({ stage: null });
    close();
  };
  return (
    <div className="log-actions">
      {draft.file && (
        <button type="button" className="more" onClick={asData}>
          {t('asData')}
        </button>
      )}
      <button type="button" className="button" onClick={close}>
        {t('cancel')}
      </button>
      <button type="button" className="button button-strong" disabled={log === null} onClick={show}>
        {t('show')}
      </button>
    </div>
  );
}
