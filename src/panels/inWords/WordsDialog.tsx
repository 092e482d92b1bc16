import { useTranslations } from 'use-intl';
import { DialogShell, type DialogProps } from '../controls/DialogShell';
import { withLateMessages } from '../late/LateMessages';
import { SummaryTable } from './SummaryTable';
import type { SummarizedPlot } from './summaries';
import { ListenButtons } from './tone/ListenButtons';
import { useSummary } from './useSummary';
import './wordsDialog.css';

/** A plot in words, as a table and as tones, for who cannot or does not want to read it as a picture. */
export default withLateMessages(function WordsDialog({
  plot,
  ...dialog
}: DialogProps & { readonly plot: SummarizedPlot }) {
  const t = useTranslations('inWords');
  const { title, sentences, table, curves } = useSummary(plot.of, plot.shows);
  return (
    <DialogShell {...dialog} isColumn className="words-dialog" title={title}>
      {sentences.length === 0 && <p>{t('nothing')}</p>}
      {sentences.map((sentence, i) => (
        <p key={i}>{sentence}</p>
      ))}
      <ListenButtons curves={curves} />
      {table && (
        // It scrolls where it is wider than the dialog.
        <div className="words-table" tabIndex={0} role="group" aria-label={table.caption}>
          <SummaryTable {...table} />
        </div>
      )}
    </DialogShell>
  );
});
