import { comment, wrapped } from './python/lines';
import { isRounded } from './parts/formats';
import type { Section } from './parts/section';
import type { MethodSubject } from './subject/method';
import type { Subject } from './subject/subject';

/** What a program is, in a heading and a sentence, without what it needs. */
export interface Introduction {
  readonly title: string;
  readonly about: string;
}

/** What has to be installed for an import. */
const packages: readonly (readonly [statement: string, name: string])[] = [
  ['import torch', 'PyTorch 1.13 or later'],
  ['import jax', 'JAX'],
  ['import optax', 'optax 0.2.4 or later'],
  ['import keras', 'Keras 3 on TensorFlow'],
  ['import numpy as np', 'numpy'],
  ['import matplotlib.pyplot as plt', 'matplotlib'],
];

/** What a program needs, by its imports, in a sentence. */
function needsText(sections: readonly Section[]): string {
  const lines = new Set(sections.flatMap(linesOf));
  const names = packages.filter(([statement]) => lines.has(statement)).map(([, name]) => name);
  return `Needs ${names.join(', ').replace(/, ([^,]*)$/, ' and $1')}.`;
}

/** Which run of how many. */
const whichRun = (run: number, runs: number): string =>
  `${runs > 1 ? `Run ${run + 1} of ${runs} of` : 'The run of'} an experiment on the page Overshoot`;

export const introductionOf = (subject: Subject, run: number, runs: number): Introduction => ({
  title: `${subject.problem}: ${subject.optimizer}, ${subject.updates} updates`,
  about: `${whichRun(run, runs)}, ${numbersText(subject)}.`,
});

export const methodIntroduction = (
  { problem, optimizer, updates }: MethodSubject,
  run: number,
  runs: number,
): Introduction => ({
  title: `${problem}: ${optimizer}, at most ${updates} iterations`,
  about: `${whichRun(run, runs)}, in float64.`,
});

/** The numbers of a run in words. */
function numbersText({ precision }: Subject): string {
  if (!isRounded(precision)) return 'in float64';
  const { format, rounding, master } = precision;
  if (format === 'float32') return 'in float32';
  const kept = master ? 'parameters and gradients' : 'parameters, state and gradients';
  const rounded =
    rounding === 'stored'
      ? `with ${kept} stored in ${format}, and arithmetic in float32`
      : `in ${format}, each operation rounded by itself`;
  return master ? `${rounded}; the rule has a copy of the parameters in float32` : rounded;
}

const linesOf = ({ lines }: Section): string[] =>
  lines.flatMap((line) => (line.startsWith('#') ? [line] : wrapped(line)));

/** A program as a file: every section under a comment. */
export function fileOf({ title, about }: Introduction, sections: readonly Section[]): string {
  const parts = sections.flatMap((section, i) => [
    ...(i === 0 ? [''] : ['', '', ...comment(section.title)]),
    ...linesOf(section),
  ]);
  const words = comment(`${about} ${needsText(sections)}`).map((line) => line.slice('# '.length));
  return [`"""${title}.`, '', ...words, '"""', ...parts, ''].join('\n');
}

/** A program as a notebook: every section a cell under a heading. */
export function notebookOf({ title, about }: Introduction, sections: readonly Section[]): string {
  const cells = sections.flatMap((section, i) => [
    {
      cell_type: 'markdown',
      id: `heading-${i}`,
      metadata: {},
      source: i === 0 ? `# ${title}\n\n${about} ${needsText(sections)}` : `## ${section.title}`,
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
