import type { EditorView } from '@codemirror/view';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { isOwnRule } from '../../catalogue';
import { parametersOf } from '../../experiment/core/choice';
import { ruleFault } from '../../experiment/core/ownRule';
import type { FormulaError } from '../../formula';
import { ruleHint, withFix, type RuleFix } from '../../formula/ruleHints';
import { isOtherRule, ruleTextOf, setRule } from '../../workbench/edits/rule';
import { currentExperiment, settle, useExperimentPart } from '../../workbench/stores/experimentStore';
import { resultStore } from '../../workbench/stores/resultStore';
import { beginRuleSession, useRuleSession } from '../../workbench/stores/ruleSession';
import { setScreen } from '../../workbench/stores/screenStore';
import { withLateMessages } from '../late/LateMessages';
import { useSelected } from '../shared/runs';
import { valuesText } from '../shared/valuesText';
import { change, openEditor, rename, show, write, type EditorHost } from './editor';
import { RuleParts } from './RuleParts';
import { RuleStatus, useFaultSentence } from './RuleStatus';
import { valuesAt } from './values';
import { isDescribed, type Word } from './words';
import './ruleEditor.css';

/** Milliseconds after the last change at which what was typed becomes one entry of the history. */
const SETTLE_MS = 1500;

/** Milliseconds without a change after which the run follows the text: a line that is half written may be right by itself. */
const PAUSE_MS = 600;

function useDescription(): (word: Word) => string {
  const t = useTranslations('ruleEditor');
  return ({ name, kind }) => (isDescribed(name) ? String(t.raw(`about.${name}`)) : t(`kinds.${kind}`));
}

/** What a name is in the step that is shown. */
function valueAt(text: string, at: number, name: string): string | null {
  const { inspection } = resultStore.getState();
  if (!inspection) return null;
  const values = valuesAt(text, at, name, inspection);
  return values && `${name} = ${valuesText(values)}`;
}

/**
 * Opens the editor once, and gives it what the run's rule has become by other means: undo, a link, another run.
 * @param begun grows when another text is to be shown
 * @param original that text, which changes are marked against
 */
function useEditor(host: EditorHost, begun: number, original: string) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(host);
  useEffect(() => {
    latest.current = host;
    if (view.current) rename(view.current, host);
  });
  useEffect(() => {
    if (!place.current) return undefined;
    const opened = openEditor(place.current, () => latest.current);
    view.current = opened;
    opened.focus();
    return () => {
      view.current = null;
      opened.destroy();
    };
  }, []);
  useEffect(() => {
    if (view.current) show(view.current, original);
  }, [begun, original]);
  const compose = (text: string): void => {
    if (view.current) write(view.current, text);
  };
  const fix = (part: RuleFix): void => {
    if (view.current) change(view.current, part);
  };
  return { place, compose, fix };
}

/** The run and the text that the editor was opened on; begins again where the run's rule is not the one written here. */
function useOriginal(run: number, text: string): { readonly begun: number; readonly original: string } {
  const session = useRuleSession();
  const isOurs = session.run === run && session.written === text;
  useEffect(() => {
    if (!isOurs) beginRuleSession(run, text);
  }, [isOurs, run, text]);
  return isOurs ? session : { begun: session.begun + 1, original: text };
}

/** Gives a run a text that is a rule, and another than it has. */
function follow(run: number, text: string, isRight: boolean): void {
  const had = currentExperiment().runs[run];
  if (had && isRight && isOtherRule(had, text)) setRule(run, text);
}

/**
 * The selected run's rule as text. The run follows it when typing pauses or ends, if it is right then; while it is wrong, the
 * last rule that was right stays, with its picture.
 */
export default withLateMessages(function RuleEditor() {
  const t = useTranslations('ruleEditor');
  const id = useId();
  const run = useSelected();
  const text = useExperimentPart(({ runs }) => (runs[run] ? ruleTextOf(runs[run]) : ''));
  const isOwn = useExperimentPart(({ runs }) => isOwnRule(runs[run]?.optimizer ?? ''));
  const { begun, original } = useOriginal(run, text);
  const [typed, setTyped] = useState({ begun, text });
  const shown = typed.begun === begun ? typed.text : original;
  const describe = useDescription();
  const sentence = useFaultSentence();
  const problem = useExperimentPart((experiment) => experiment.problem);
  const parameters = parametersOf(problem);
  const faultIn = (rule: string) => ruleFault(rule, parameters.length);
  const hintOf = (rule: string, wrong: FormulaError) => ruleHint(rule, wrong, { parameters, faultIn });
  const fault = faultIn(shown);

  const isRight = fault === null;
  useEffect(() => {
    const timers = [setTimeout(() => follow(run, shown, isRight), PAUSE_MS), setTimeout(settle, SETTLE_MS)];
    return () => timers.forEach(clearTimeout);
  }, [run, shown, isRight]);

  const followNow = (next: string) => follow(run, next, faultIn(next) === null);
  const host: EditorHost = {
    describe,
    sentence: (rule, wrong) => sentence(wrong, hintOf(rule, wrong)),
    faultIn,
    label: t('text', { number: run + 1 }),
    describedBy: id,
    valueAt,
    onChange: (next) => setTyped({ begun, text: next }),
    onLeave: (last) => {
      followNow(last);
      settle();
    },
  };
  const { place, compose, fix } = useEditor(host, begun, original);
  return (
    <section className="rule-editor" aria-label={t('title')} data-own-keys>
      <div ref={place} className="rule-editor-text" lang="en" />
      <RuleStatus
        id={id}
        text={shown}
        running={text}
        fault={fault}
        hint={fault && hintOf(shown, fault)}
        isUnchanged={!isOwn && shown === text}
        onFix={(part) => {
          fix(part);
          followNow(withFix(shown, part));
        }}
      />
      <RuleParts
        text={shown}
        onCompose={(composed) => {
          compose(composed);
          followNow(composed);
        }}
      />
      <div className="rule-editor-foot">
        <p className="soft">{t('hint')}</p>
        <button type="button" className="button" onClick={() => setScreen({ editsRule: false })}>
          {t('close')}
        </button>
      </div>
    </section>
  );
});
