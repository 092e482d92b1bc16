import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CONFIRMED_MS, copyText } from '../shared/copyText';
import { downloadText } from '../shared/download';

interface CodeActionsProps {
  readonly text: string;
  /** Name of the file that is downloaded. */
  readonly name: string;
}

const typeOf = (name: string): string => (name.endsWith('.py') ? 'text/x-python' : 'application/x-ipynb+json');

/** Copies or downloads a program, and says what came of it. */
export function CodeActions({ text, name }: CodeActionsProps) {
  const t = useTranslations('code');
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  useEffect(() => {
    if (state !== 'copied') return undefined;
    const timer = setTimeout(() => setState('idle'), CONFIRMED_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () => {
    copyText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return (
    <div className="code-actions">
      <span className="soft" role="status">
        {state === 'copied' ? t('copied') : state === 'refused' ? t('notCopied') : ''}
      </span>
      <button type="button" className="button" onClick={copy}>
        {t('copy')}
      </button>
      <button type="button" className="button" onClick={() => downloadText(text, name, typeOf(name))}>
        {t('download', { name })}
      </button>
    </div>
  );
}
