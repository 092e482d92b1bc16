import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Segments } from '../controls/lists/Segments';
import { useCopy } from '../shared/useCopy';
import type { ShareChoices } from './choices';
import { snippetKinds, snippets, type SnippetKind } from './snippet';

interface EmbedSnippetProps {
  readonly link: string;
  readonly choices: ShareChoices;
}

/** The text that puts what the link shows into another page. */
export function EmbedSnippet({ link, choices }: EmbedSnippetProps) {
  const t = useTranslations('share');
  const [kind, setKind] = useState<SnippetKind>('element');
  const title = choices.title.trim() || 'Overshoot';
  const text = snippets[kind]({ link, title, controls: choices.stage?.controls.length ?? 0 });
  return (
    <details className="share-details">
      <summary>{t('embed')}</summary>
      <div className="share-inline">
        <Segments
          label={t('embed')}
          value={kind}
          options={snippetKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          onChange={(value) => setKind(snippetKinds.find((one) => one === value) ?? kind)}
        />
        <span className="soft">{t(`kindsAbout.${kind}`)}</span>
      </div>
      {/* It scrolls, so the keyboard has to reach it. */}
      <pre className="share-snippet" tabIndex={0} role="region" aria-label={t('snippet')} data-own-keys>
        <code>{text}</code>
      </pre>
      <CopySnippet key={text} text={text} />
    </details>
  );
}

function CopySnippet({ text }: { readonly text: string }) {
  const t = useTranslations('share');
  const { state, copy } = useCopy();
  return (
    <div className="share-buttons">
      <button type="button" className="button" onClick={() => copy(text)}>
        {t('copySnippet')}
      </button>
      <span className="soft" role="status">
        {state === 'copied' ? t('snippetCopied') : state === 'refused' ? t('notCopiedHere') : ''}
      </span>
    </div>
  );
}
