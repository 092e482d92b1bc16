import { useTranslations } from 'use-intl';
import { formulaSentence, type FormulaError } from '../../formula';
import type { RuleFix, RuleHint } from '../../formula/ruleHints';
import { usePreference } from '../../workbench/stores/preferences';
import { keptLine } from './keptLine';

/** Line and column of a position, from 1. */
function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** The sentence of a fault: what was most likely meant, where that can be guessed. */
export function useFaultSentence(): (fault: FormulaError, hint: RuleHint | null) => string {
  const t = useTranslations('ruleEditor.hints');
  const messages = usePreference((state) => state.messages.formula);
  return (fault, hint) => (hint ? t(hint.code, hint.values) : formulaSentence(messages, fault));
}

interface RuleStatusProps {
  readonly id: string;
  /** The text in the editor. */
  readonly text: string;
  /** The rule that runs. */
  readonly running: string;
  readonly fault: FormulaError | null;
  readonly hint: RuleHint | null;
  /** Whether the text is that of an optimizer of the catalogue, as it runs. */
  readonly isUnchanged: boolean;
  readonly onFix: (fix: RuleFix) => void;
}

/** What is wrong with the text, with ways to correct it, or that nothing is. */
export function RuleStatus({ id, text, running, fault, hint, isUnchanged, onFix }: RuleStatusProps) {
  const t = useTranslations('ruleEditor');
  const sentence = useFaultSentence();
  const wrong = (is: FormulaError): string => {
    const values = { ...placeOf(text, is.at), message: sentence(is, hint) };
    const kept = keptLine(running, text);
    return kept === null ? t('wrong', values) : t('wrongLine', { ...values, kept });
  };
  return (
    <>
      <p id={id} className="rule-editor-status" data-wrong={fault !== null} role="status">
        {fault ? wrong(fault) : isUnchanged ? t('unchanged') : t('runs')}
      </p>
      {hint && hint.fixes.length > 0 && <Fixes fixes={hint.fixes} onFix={onFix} />}
    </>
  );
}

function Fixes({ fixes, onFix }: { readonly fixes: readonly RuleFix[]; readonly onFix: (fix: RuleFix) => void }) {
  const t = useTranslations('ruleEditor');
  return (
    <div className="rule-editor-fixes" role="group" aria-label={t('fixes')}>
      {fixes.map((fix) => (
        <button key={fix.insert} type="button" className="button" onClick={() => onFix(fix)}>
          {t(fix.length === 0 ? 'add' : 'write', { text: fix.insert.trim() })}
        </button>
      ))}
    </div>
  );
}
