import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Question } from '../../questions';
import { questionSearch } from '../../questions/search/search';
import { DialogShell, type DialogProps } from '../controls/DialogShell';
import { FailedDialog } from '../../late/FailedPart';
import { lazyWith } from '../../late/lazyWith';
import { withLateMessages } from '../late/LateMessages';
import { Answer } from './Answer';
import { QuestionFinder } from './QuestionFinder';
import './questionsDialog.css';

const StorageDialog = lazyWith(() => import('../storage/StorageDialog'), undefined, FailedDialog);

/**
 * A search for questions; the chosen one is shown with its answer. What was typed is still there after going back. The list of what the
 * page stores opens from here: this dialog is where people look for help, and it is in the header of windows of any width.
 */
export default withLateMessages(function QuestionsDialog(props: DialogProps) {
  const t = useTranslations('questions');
  const words = useTranslations('stored');
  const [showsStored, setShowsStored] = useState(false);
  const search = useMemo(() => questionSearch(), []);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Question | null>(null);
  // One dialog in place of the other: over each other they could not be told apart.
  if (showsStored) return <StorageDialog {...props} />;
  return (
    <DialogShell
      {...props}
      className="questions-dialog"
      title={t('title')}
      about={t('about')}
      besideClose={
        <button type="button" className="more" aria-haspopup="dialog" onClick={() => setShowsStored(true)}>
          {words('title')}
        </button>
      }
    >
      {chosen ? (
        <Answer question={chosen} onBack={() => setChosen(null)} onOpen={props.onClose} />
      ) : (
        <QuestionFinder search={search} text={text} onType={setText} onChoose={setChosen} onOpen={props.onClose} />
      )}
    </DialogShell>
  );
});
