import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CONFIRMED_MS, copyText } from '../shared/copyText';

interface CodeActionsProps {
  readonly text: string;
  /** Name of the file that is downloaded. */
  readonly name: string;
}

const types: Readonly<Record<string, string>> = { py: 'text/x-python', ipynb: 'application/x-ipynb+json' };

/** The text as a file of the browser, for as long as the component stands. */
function useFileAddress(text: string, name: string): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const file = new Blob([text], { type: types[name.split('.').at(-1) ?? ''] ?? 'text/plain' });
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [text, name]);
  return address;
}

/** Copies or downloads a program, and says what came of it. */
export function CodeActions({ text, name }: CodeActionsProps) {
  const t = useTranslations('code');
  const address = useFileAddress(text, name);
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
      <a className="button" href={address} download={name}>
        {t('download', { name })}
      </a>
    </div>
  );
}
