import type { LocalName } from '../../catalogue';
import type { Outcome } from '../../engine/trace/types';
import type { Lesson, LessonStep } from '../types';

type TextKind = 'title' | 'about' | 'see' | 'question' | 'answer' | 'because' | 'task' | 'hint' | 'why';

function textsOfStep(step: LessonStep): [TextKind, LocalName][] {
  switch (step.kind) {
    case 'see':
    case 'why':
      return [[step.kind, step.text]];
    case 'predict':
      return [
        ['question', step.question],
        ...step.answers.map(({ text }): [TextKind, LocalName] => ['answer', text]),
        ['because', step.because],
      ];
    case 'do':
      return [
        ['task', step.task],
        ['hint', step.hint],
      ];
  }
}

/** Every text of a lesson, with what it is. */
export const textsOf = ({ title, about, steps }: Lesson): [TextKind, LocalName][] => [
  ['title', title],
  ['about', about],
  ...steps.flatMap(textsOfStep),
];

/** Words that say how a run ended, and the outcomes that a badge beside them may then have. */
const endings: readonly { readonly words: RegExp; readonly allow: readonly Outcome['kind'][] }[] = [
  { words: /\b(converge|arrive)|收敛|到达/i, allow: ['converged'] },
  { words: /\bdiverge|发散/i, allow: ['diverged', 'left'] },
  { words: /\boverflow|溢出/i, allow: ['diverged', 'left'] },
  { words: /\bleaves? the view|离开视图/i, allow: ['left', 'diverged'] },
  { words: /\bcycle\b|循环/i, allow: ['cycling'] },
  { words: /\bstall|停滞/i, allow: ['stalled'] },
];

/** Texts with a word about the end of a run where no run of the lesson has that outcome. Answers may be wrong. */
export const wordFaults = (lesson: Lesson, outcomes: readonly Outcome['kind'][]): string[] =>
  textsOf(lesson).flatMap(([kind, { en, zh }]) =>
    kind === 'answer' || kind === 'question'
      ? []
      : [en, zh].filter((text) =>
          endings.some(({ words, allow }) => words.test(text) && !allow.some((one) => outcomes.includes(one))),
        ),
  );
