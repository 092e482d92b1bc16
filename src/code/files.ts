import { comment, wrapped } from './python/lines';
import type { TensorDialect } from './python/dialect';
import type { Section } from './parts/section';
import type { MethodSubject } from './subject/method';
import type { Subject } from './subject/subject';

/** What a program is, in a heading and a sentence. */
export interface Introduction {
  readonly title: string;
  readonly about: string;
}

/** What a program needs: for a rule, and for a method, which no library has. */
const needs: Readonly<Record<TensorDialect, { readonly rule: string; readonly method: string }>> = {
  torch: { rule: 'PyTorch 1.13 or later', method: 'PyTorch 1.13 or later' },
  jax: { rule: 'JAX and optax 0.2.4 or later', method: 'JAX' },
  keras: { rule: 'Keras 3 on TensorFlow', method: 'Keras 3 on TensorFlow' },
};

/** Which run of how many. */
const whichRun = (run: number, runs: number): string =>
  `${runs > 1 ? `Run ${run + 1} of ${runs} of` : 'The run of'} an experiment on the page Overshoot`;

export const introductionOf = (subject: Subject, dialect: TensorDialect, run: number, runs: number): Introduction => ({
  title: `${subject.problem}: ${subject.optimizer}, ${subject.updates} updates`,
  about: `${whichRun(run, runs)}, in float64. Needs ${needs[dialect].rule}.${precisionWords(subject)}`,
});

export const methodIntroduction = (
  { problem, optimizer, updates }: MethodSubject,
  dialect: TensorDialect,
  run: number,
  runs: number,
): Introduction => ({
  title: `${problem}: ${optimizer}, at most ${updates} iterations`,
  about: `${whichRun(run, runs)}, in float64. Needs ${needs[dialect].method}.`,
});

/** That the page rounds what a program does not: libraries fuse operations, each in its own way, and round once for all of them. */
const precisionWords = ({ precision }: Subject): string =>
  precision && precision.format !== 'float64'
    ? `\nOn the page this run computes in ${precision.format}. Libraries round fused operations in ways of their own,\nso this program shows the run without that rounding.`
    : '';

const linesOf = ({ lines }: Section): string[] =>
  lines.flatMap((line) => (line.startsWith('#') ? [line] : wrapped(line)));

/** A program as a file: every section under a comment. */
export function fileOf({ title, about }: Introduction, sections: readonly Section[]): string {
  const parts = sections.flatMap((section, i) => [
    ...(i === 0 ? [''] : ['', '', ...comment(section.title)]),
    ...linesOf(section),
  ]);
  return [`"""${title}.`, '', about, '"""', ...parts, ''].join('\n');
}

/** A program as a notebook: every section a cell under a heading. */
export function notebookOf({ title, about }: Introduction, sections: readonly Section[]): string {
  const cells = sections.flatMap((section, i) => [
    {
      cell_type: 'markdown',
      id: `heading-${i}`,
      metadata: {},
      source: i === 0 ? `# ${title}\n\n${about}` : `## ${section.title}`,
    },
    {
      cell_type: 'code',
      id: `code-${i}`,
      metadata: {},
      execution_count: null,
      outputs: [],
      source: linesOf(section).join('\n'),
    },
  ]);
  const metadata = {
    kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
    language_info: { name: 'python' },
  };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}
