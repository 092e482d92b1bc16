import { RangeSetBuilder, StateEffect, StateField, type Extension, type Text } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

/** Sets the text that the lines are compared with. */
export const setOriginal = StateEffect.define<string>();

const changed = Decoration.line({ class: 'rule-changed' });

/** Which lines of a text are not lines of the original, in order: those outside of the longest common sequence of lines. */
export function changedLines(original: readonly string[], lines: readonly string[]): boolean[] {
  const width = lines.length + 1;
  const lengths = new Uint16Array((original.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = original.length - 1; i >= 0; i -= 1)
    for (let j = lines.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = original[i] === lines[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const result = lines.map(() => true);
  for (let i = 0, j = 0; i < original.length && j < lines.length;) {
    if (original[i] === lines[j]) {
      result[j] = false;
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return result;
}

interface Marks {
  readonly original: readonly string[];
  readonly decorations: DecorationSet;
}

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim());

function marksOf(original: readonly string[], doc: Text): Marks {
  const builder = new RangeSetBuilder<Decoration>();
  changedLines(original, linesOf(doc.toString())).forEach((is, index) => {
    const { from } = doc.line(index + 1);
    if (is) builder.add(from, from, changed);
  });
  return { original, decorations: builder.finish() };
}

/** Marks the lines that differ from the original. */
export const markedChanges: Extension = StateField.define<Marks>({
  create: ({ doc }) => marksOf(linesOf(doc.toString()), doc),
  update(marks, transaction) {
    const effect = transaction.effects.find((one) => one.is(setOriginal));
    if (!effect && !transaction.docChanged) return marks;
    const original = effect ? linesOf(String(effect.value)) : marks.original;
    return marksOf(original, transaction.newDoc);
  },
  provide: (field) => EditorView.decorations.from(field, ({ decorations }) => decorations),
});
