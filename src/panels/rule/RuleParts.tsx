import { useTranslations } from 'use-intl';
import {
  composeRule,
  partSlots,
  partsOfRule,
  ruleParts,
  type PartChoice,
  type PartSlot,
} from '../../catalogue/ruleParts';
import { inLanguage } from '../../language';
import { usePreference } from '../../workbench/stores/preferences';
import { Choice } from '../controls/lists/Choice';

/** Where the choices begin: gradient descent. */
const first = (slot: PartSlot): string => ruleParts[slot][0]?.id ?? '';
const plain: PartChoice = {
  gradient: first('gradient'),
  penalty: first('penalty'),
  clipping: first('clipping'),
  momentum: first('momentum'),
  scaling: first('scaling'),
  decay: first('decay'),
};

/** In the place of a part where the text is not made of parts. */
const NO_PART = '—';

interface RulePartsProps {
  /** The text in the editor. */
  readonly text: string;
  /** Called with the text of a rule of the chosen parts. */
  readonly onCompose: (text: string) => void;
}

/** A rule built from parts: a list for each slot. Choosing a part writes the whole rule anew, in the editor above. */
export function RuleParts({ text, onCompose }: RulePartsProps) {
  const t = useTranslations('ruleEditor.parts');
  const language = usePreference((state) => state.language);
  const found = partsOfRule(text);
  const choice = found ?? plain;
  return (
    <details className="rule-parts" open={found !== null}>
      <summary>{t('title')}</summary>
      <p className="soft">{found ? t('about') : t('replaces')}</p>
      <div className="rule-parts-slots">
        {partSlots.map((slot) => (
          <label key={slot} className="rule-parts-slot">
            <span>{t(`slots.${slot}`)}</span>
            <Choice
              label={t(`slots.${slot}`)}
              value={found?.[slot] ?? NO_PART}
              groups={[
                { options: ruleParts[slot].map(({ id, name }) => ({ value: id, label: inLanguage(name, language) })) },
              ]}
              onChange={(id) => onCompose(composeRule({ ...choice, [slot]: id }))}
            />
          </label>
        ))}
        {!found && (
          <button type="button" className="button" onClick={() => onCompose(composeRule(plain))}>
            {t('begin')}
          </button>
        )}
      </div>
    </details>
  );
}
