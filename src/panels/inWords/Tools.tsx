import { memo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { FailedDialog } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import type { DialogProps } from '../controls/DialogShell';
import { SaveIcon } from '../controls/Icons';
import { TableIcon } from '../controls/lateIcons';
import type { ExportDialogProps } from '../export/ExportDialog';
import { withLateMessages } from '../late/LateMessages';
import type { SummarizedPlot } from './summaries';
import { isSamePlot } from './samePlot';
import './tools.css';

const WordsDialog = lazyWith<DialogProps & { readonly plot: SummarizedPlot }>(
  () => import('./WordsDialog'),
  undefined,
  FailedDialog,
);
const ExportDialog = lazyWith<ExportDialogProps>(() => import('../export/ExportDialog'), undefined, FailedDialog);

type Opened = 'words' | 'picture';

/** Buttons in the corner of a plot: its words, numbers and tones, and itself as a picture. */
const Tools = memo(function Tools(plot: SummarizedPlot) {
  const t = useTranslations('inWords');
  const [opened, setOpened] = useState<Opened | null>(null);
  const [opener, setOpener] = useState<HTMLElement | null>(null);
  const dialog = { onClose: () => setOpened(null), opener: () => opener };
  const button = (name: Opened) => ({
    type: 'button' as const,
    'aria-haspopup': 'dialog' as const,
    'aria-label': t(name),
    'data-tip': t(name),
    onClick: ({ currentTarget }: { readonly currentTarget: HTMLElement }) => {
      setOpener(currentTarget);
      setOpened(name);
    },
  });
  return (
    <div className="plot-tools" data-open={opened !== null}>
      <button {...button('words')}>
        <TableIcon />
      </button>
      {/* The curve in a card is no plot of its own. */}
      {plot.of !== 'rates' && (
        <button {...button('picture')}>
          <SaveIcon />
        </button>
      )}
      {opened === 'words' && <WordsDialog {...dialog} plot={plot} />}
      {opened === 'picture' && <ExportDialog {...dialog} plot={opener?.closest<HTMLElement>('.plot') ?? null} />}
    </div>
  );
}, isSamePlot);

export default withLateMessages(Tools);
