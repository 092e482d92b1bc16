import { useTranslations } from 'use-intl';
import { downloadText } from '../shared/download';
import { useCopy } from '../shared/useCopy';

interface CodeActionsProps {
  readonly text: string;
  /** Name of the file that is downloaded. */
  readonly name: string;
}

const typeOf = (name: string): string => (name.endsWith('.py') ? 'text/x-python' : 'application/x-ipynb+json');

/** Copies or downloads a program, and says what came of it. */
export function CodeActions({ text, name }: CodeActionsProps) {
  const t = useTranslations('code');
  const { state, copy } = useCopy();
  return (
    <div className="code-actions">
      <span className="soft" role="status">
        {state === 'copied' ? t('copied') : state === 'refused' ? t('notCopied') : ''}
      </span>
      <button type="button" className="button" onClick={() => copy(text)}>
        {t('copy')}
      </button>
      <button type="button" className="button" onClick={() => downloadText(text, name, typeOf(name))}>
        {t('download', { name })}
      </button>
    </div>
  );
}
