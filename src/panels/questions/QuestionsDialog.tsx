import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Question } from '../../questions';
import { questionSearch } from '../../questions/search/search';
import { DialogShell, type DialogProps } from '../controls/DialogShell';
import { withLateMessages } from '../late/LateMessages';
import { Answer } from './Answer';
import { QuestionFinder } from './QuestionFinder';
import './questionsDialog.css';

/** A search for questions; the chosen one is shown with its answer. What was typed stays for the way back. */
export default withLateMessages(function QuestionsDialog(props: DialogProps) {
  const t = useTranslations('questions');
  const search = useMemo(() => questionSearch(), []);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Question | null>(null);
  return (
    <DialogShell {...props} className="questions-dialog" title={t('title')} about={t('about')}>
      {chosen ? (
        <Answer question={chosen} onBack={() => setChosen(null)} onOpen={props.onClose} />
      ) : (
        <QuestionFinder search={search} text={text} onType={setText} onChoose={setChosen} onOpen={props.onClose} />
      )}
    </DialogShell>
  );
});
