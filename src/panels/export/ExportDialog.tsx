import { useState, type ComponentType } from 'react';
import { useTranslations } from 'use-intl';
import { lazyWith } from '../../late/lazyWith';
import { DialogShell, type DialogProps } from '../controls/DialogShell';
import { Segments } from '../controls/lists/Segments';
import { withLateMessages } from '../late/LateMessages';
import { LoadingText } from '../shared/LoadingText';
import type { FormProps } from './formProps';
import './exportDialog.css';

const kinds = ['picture', 'data', 'film', 'experiment'] as const;
type ExportKind = (typeof kinds)[number];

const forms: Readonly<Record<ExportKind, ComponentType<FormProps>>> = {
  picture: lazyWith(() => import('./PictureForm'), LoadingText),
  data: lazyWith(() => import('./DataForm'), LoadingText),
  film: lazyWith(() => import('./FilmForm'), LoadingText),
  experiment: lazyWith(() => import('./ExperimentForm'), LoadingText),
};

export interface ExportDialogProps extends DialogProps, Partial<FormProps> {}

/** What is on the page as a file: a picture, the numbers, a film, or the experiment itself. */
export default withLateMessages(function ExportDialog({ plot = null, ...props }: ExportDialogProps) {
  const t = useTranslations('export');
  const [kind, setKind] = useState<ExportKind>('picture');
  const Form = forms[kind];
  return (
    <DialogShell {...props} isColumn className="export-dialog" title={t('title')}>
      <Segments
        label={t('title')}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
      />
      <Form key={kind} plot={plot} />
    </DialogShell>
  );
});
