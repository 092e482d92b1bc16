import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { isOnUserData } from '../../experiment';
import { useExperimentPart } from '../../workbench/stores/experimentStore';
import { Segments } from '../controls/lists/Segments';
import { wordLimits, type ShareChoices } from './choices';

export interface ChoicesProps {
  readonly choices: ShareChoices;
  readonly onChange: (change: Partial<ShareChoices>) => void;
}

const numbers = ['exact', 'tidy'] as const;

/** What the sender writes, and how the link opens. */
export function WordFields({ choices, onChange }: ChoicesProps) {
  const t = useTranslations('share');
  const id = useId();
  const numbersAbout = choices.isTidy ? 'tidyAbout' : 'exactAbout';
  // The runs that the receiver sees are on other data then.
  const isOwn = useExperimentPart(isOnUserData);
  return (
    <section className="share-fields">
      <label htmlFor={`${id}title`}>{t('title')}</label>
      <input
        id={`${id}title`}
        className="text-input"
        dir="auto"
        maxLength={wordLimits.title}
        value={choices.title}
        placeholder={t('optional')}
        onChange={({ target }) => onChange({ title: target.value })}
      />
      <label htmlFor={`${id}note`}>{t('note')}</label>
      <textarea
        id={`${id}note`}
        className="text-input share-note"
        dir="auto"
        rows={2}
        maxLength={wordLimits.note}
        value={choices.note}
        placeholder={t('optional')}
        onChange={({ target }) => onChange({ note: target.value })}
      />
      <span aria-hidden="true">{t('numbers')}</span>
      <div className="share-inline">
        <Segments
          label={t('numbers')}
          value={choices.isTidy ? 'tidy' : 'exact'}
          options={numbers.map((value) => ({ value, label: t(value) }))}
          onChange={(value) => onChange({ isTidy: value === 'tidy' })}
        />
        <span className="soft">{t(isOwn ? `${numbersAbout}Own` : numbersAbout)}</span>
      </div>
      <label className="check share-wide">
        <input type="checkbox" checked={choices.plays} onChange={({ target }) => onChange({ plays: target.checked })} />
        {t('plays')}
      </label>
    </section>
  );
}
