import {
  autocompletion,
  completionKeymap,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { linter, type Diagnostic } from '@codemirror/lint';
import { Compartment, EditorState, Transaction, type Extension } from '@codemirror/state';
import { EditorView, hoverTooltip, keymap, lineNumbers } from '@codemirror/view';
import type { FormulaError } from '../../formula';
import type { RuleFix } from '../../formula/ruleHints';
import { markedChanges, setOriginal } from './changedLines';
import { ruleHighlighting } from './highlighting';
import { editorTheme } from './theme';
import { wordsFor, type Word } from './words';

/** What the editor asks of the panel around it; all may change while it is open. */
export interface EditorHost {
  readonly label: string;
  readonly describedBy: string;
  /** What is wrong with a text; null if nothing is. */
  readonly faultIn: (text: string) => FormulaError | null;
  /** The sentence of a text's fault in the page's language. */
  readonly sentence: (text: string, fault: FormulaError) => string;
  /** One line about a word. */
  readonly describe: (word: Word) => string;
  /** What a name is at a place of the text, in the step that is shown; null where there is nothing to say. */
  readonly valueAt: (text: string, at: number, name: string) => string | null;
  readonly onChange: (text: string) => void;
  /** Called with the text when the focus leaves it. */
  readonly onLeave: (text: string) => void;
}

const types: Readonly<Record<Word['kind'], string>> = {
  function: 'function',
  special: 'function',
  known: 'constant',
  hyper: 'property',
  state: 'variable',
  line: 'variable',
  keyword: 'keyword',
};

const complete =
  (host: () => EditorHost) =>
  (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/[A-Za-z]\w*/);
    if (!word && !context.explicit) return null;
    const options = wordsFor(context.state.doc.toString()).map((one) => ({
      label: one.name,
      type: types[one.kind],
      detail: host().describe(one),
      ...((one.kind === 'function' || one.kind === 'special') && { apply: `${one.name}(` }),
    }));
    return { from: word?.from ?? context.pos, options, validFor: /^\w*$/ };
  };

const faults =
  (host: () => EditorHost) =>
  (view: EditorView): Diagnostic[] => {
    const text = view.state.doc.toString();
    const fault = host().faultIn(text);
    if (!fault) return [];
    const { length } = view.state.doc;
    const from = Math.min(fault.at, Math.max(0, length - 1));
    const to = Math.min(length, Math.max(from + 1, fault.at + fault.length));
    return [{ from, to, severity: 'error', message: host().sentence(text, fault) }];
  };

const values = (host: () => EditorHost): Extension =>
  hoverTooltip((view, position) => {
    const line = view.state.doc.lineAt(position);
    const found = [...line.text.matchAll(/[A-Za-z]\w*/g)].find(
      ({ index, 0: name }) => line.from + index <= position && position <= line.from + index + name.length,
    );
    if (!found) return null;
    const [name] = found;
    const from = line.from + found.index;
    const text = host().valueAt(view.state.doc.toString(), from, name);
    if (text === null) return null;
    const create = () => {
      const dom = document.createElement('div');
      dom.className = 'rule-value';
      dom.textContent = text;
      return { dom };
    };
    return { pos: from, end: from + name.length, create };
  });

/** What a screen reader calls the text, and what describes it. */
const attributes = ({ label, describedBy }: EditorHost): Extension =>
  EditorView.contentAttributes.of({
    'aria-label': label,
    'aria-describedby': describedBy,
    spellcheck: 'false',
    autocapitalize: 'off',
  });

const named = new Compartment();

/** Gives the editor the words of the page's present language. */
export const rename = (view: EditorView, host: EditorHost): void =>
  view.dispatch({ effects: named.reconfigure(attributes(host)) });

/** A text editor for rules. Tab is not taken, so that it leaves the editor like any other control. */
export function openEditor(parent: HTMLElement, host: () => EditorHost): EditorView {
  const extensions: Extension = [
    lineNumbers(),
    history(),
    ruleHighlighting,
    editorTheme,
    markedChanges,
    autocompletion({ override: [complete(host)], icons: false, closeOnBlur: true }),
    linter(faults(host), { delay: 0 }),
    values(host),
    keymap.of([...completionKeymap, ...historyKeymap, ...defaultKeymap]),
    EditorView.lineWrapping,
    named.of(attributes(host())),
    EditorView.updateListener.of(({ docChanged, state, transactions }) => {
      const isOurs = transactions.some((one) => one.isUserEvent('shown'));
      if (docChanged && !isOurs) host().onChange(state.doc.toString());
    }),
    EditorView.domEventHandlers({ blur: (_, { state }) => host().onLeave(state.doc.toString()) }),
  ];
  return new EditorView({ parent, state: EditorState.create({ extensions }) });
}

/** Puts another text in the place of all that is there, as if it had been typed: it can be undone in the editor. */
export const write = (view: EditorView, text: string): void =>
  view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, userEvent: 'input' });

/** Changes a part of the text, as if it had been typed. */
export function change(view: EditorView, { at, length, insert }: RuleFix): void {
  view.dispatch({ changes: { from: at, to: at + length, insert }, userEvent: 'input' });
  view.focus();
}

/** Shows another text, which the user did not type, and marks what differs from it. */
export const show = (view: EditorView, text: string): void =>
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: text },
    effects: setOriginal.of(text),
    annotations: Transaction.addToHistory.of(false),
    userEvent: 'shown',
  });
