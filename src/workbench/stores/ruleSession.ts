import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** The writing of one rule: which run has it, and the text that its changes are marked against. */
export interface RuleSession {
  readonly run: number;
  /** How many times the editor has been given a text. */
  readonly begun: number;
  readonly original: string;
  /** The text that the editor last gave the run. If the run has another, it came by undo, a link or another run. */
  readonly written: string;
}

const sessionStore = createStore<RuleSession>(() => ({ run: -1, begun: 0, original: '', written: '' }));

export const useRuleSession = (): RuleSession => useStore(sessionStore);

export const beginRuleSession = (run: number, text: string): void =>
  sessionStore.setState(({ begun }) => ({ run, begun: begun + 1, original: text, written: text }));

/** Tells of a text that the editor is about to give a run. */
export const noteWritten = (run: number, written: string): void => sessionStore.setState({ run, written });
