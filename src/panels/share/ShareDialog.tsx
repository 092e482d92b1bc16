import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { FailedDialog } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { useScreen } from '../../workbench/stores/screenStore';
import { DialogShell, type DialogProps } from '../controls/DialogShell';
import { withLateMessages } from '../late/LateMessages';
import { DialogButton } from '../shared/DialogButton';
import type { Copying } from '../shared/useCopy';
import { firstChoices, linkOf } from './choices';
import { EmbedSnippet } from './EmbedSnippet';
import { LinkRow } from './LinkRow';
import { SharePreview } from './SharePreview';
import { StageChoice } from './StageChoice';
import { WordFields } from './WordFields';
import './shareDialog.css';

const ExportDialog = lazyWith(() => import('../export/ExportDialog'), undefined, FailedDialog);
const TalkDialog = lazyWith(() => import('../talk/TalkDialog'), undefined, FailedDialog);
const CodeDialog = lazyWith(() => import('../code/CodeDialog'), undefined, FailedDialog);

interface ShareDialogProps extends DialogProps {
  readonly copying: Copying;
  /** The link that the press on the button has copied. */
  readonly copiedFirst: string;
}

/** Everything that can be sent to others: the link with what goes with it, the embed, and what is made from the runs. */
export default withLateMessages(function ShareDialog({ copying, copiedFirst, ...props }: ShareDialogProps) {
  const t = useTranslations('share');
  const [choices, setChoices] = useState(firstChoices);
  const [copied, setCopied] = useState(copiedFirst);
  const link = useLink(choices);
  const change = (next: Partial<typeof choices>) => setChoices((before) => ({ ...before, ...next }));
  const copy = (text: string) => {
    setCopied(text);
    copying.copy(text);
  };
  return (
    <DialogShell {...props} isColumn className="share-dialog" title={t('heading')}>
      <LinkRow link={link} title={choices.title} copied={copied} state={copying.state} onCopy={copy} />
      <WordFields choices={choices} onChange={change} />
      <StageChoice choices={choices} onChange={change} />
      {choices.stage && <SharePreview link={link} />}
      <EmbedSnippet link={link} choices={choices} />
      <section className="share-buttons" aria-label={t('takeAway')}>
        <DialogButton className="button" dialog={ExportDialog}>
          {t('export')}
        </DialogButton>
        <DialogButton className="button" dialog={CodeDialog}>
          {t('code')}
        </DialogButton>
        <DialogButton className="button narrow-only" dialog={TalkDialog}>
          {t('present')}
        </DialogButton>
      </section>
    </DialogShell>
  );
});

/** The link, which follows what is on the screen while the dialog is open. */
function useLink(choices: Parameters<typeof linkOf>[0]): string {
  useExperimentPart((experiment) => experiment);
  useScreen((state) => state);
  return linkOf(choices);
}
