import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** The editor in the colours of the page. Its own styles stand in no layer, so that rules of our style sheets would lose. */
export const editorTheme: Extension = EditorView.theme({
  '&': {
    maxHeight: '22rem',
    border: '1px solid var(--field)',
    borderRadius: 'var(--round)',
    background: 'var(--card)',
    color: 'var(--ink)',
  },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '1px' },
  '.cm-scroller': { fontFamily: 'var(--font-code)', fontSize: '0.92em', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { border: '0', background: 'none', color: 'var(--ink-soft)' },
  '.cm-tooltip': {
    border: '1px solid var(--field)',
    borderRadius: 'var(--round)',
    background: 'var(--card)',
    color: 'var(--ink)',
    fontSize: '0.92em',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--accent)',
    color: 'var(--on-accent)',
  },
  '.cm-completionDetail': { fontStyle: 'normal', fontFamily: 'var(--font-text)' },
  '.cm-diagnostic': { padding: '0.2rem 0.5rem' },
});
