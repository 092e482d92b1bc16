import { helperLines, importLines } from '../parts/imports';
import { normalLines, shuffledLines, streamLines } from '../parts/random';
import { dataLines } from '../parts/data';
import type { Library } from '../parts/library';
import { functionLines, sampleLines } from '../parts/loss';
import { orderLines } from '../parts/order';
import { aroundLines } from '../parts/around';
import type { Section } from '../parts/section';
import { plotLines, traceLines } from '../parts/ending';
import { listText } from '../python/lines';
import type { RunSubject } from '../subject/run';
import type { Subject } from '../subject/subject';

/** The sections that all programs for update rules share, up to the start. `theta` is how the library holds the parameters. */
export function problemSections(subject: Subject, library: Library, theta: (list: string) => string): Section[] {
  const { loss } = subject;
  return [
    ...dataSection(subject, library),
    ...(loss.kind === 'data' && !loss.isWhole
      ? [{ title: 'The samples of each update', lines: orderLines(subject, loss) }]
      : []),
    lossSection(subject, library),
    startSection(subject, theta, aroundLines(subject, library)),
  ];
}

/** The samples; nothing for a function. */
export const dataSection = (subject: RunSubject, library: Library): Section[] =>
  subject.loss.kind === 'data' ? [{ title: 'The data', lines: dataLines(subject, subject.loss, library) }] : [];

export const lossSection = (subject: RunSubject, library: Library): Section =>
  subject.loss.kind === 'data'
    ? { title: 'The loss of each sample', lines: sampleLines(subject, subject.loss, library) }
    : { title: 'The loss', lines: functionLines(subject, subject.loss, library) };

/** The start as `theta`, with what stands around the updates. */
export const startSection = (
  { start }: RunSubject,
  theta: (list: string) => string,
  around: readonly string[] = [],
): Section => ({ title: 'The start', lines: [`theta = ${theta(listText(start))}`, ...around] });

/** @param axis what the rows are counted in */
export const endingSection = (subject: RunSubject, library: Library, trace: boolean, axis = 'update'): Section =>
  trace
    ? { title: 'The rows', lines: traceLines }
    : { title: 'Where it ended, and the picture', lines: plotLines(subject, library, axis) };

/** Puts what the sections call before them: imports, small functions, random numbers. */
export function withPreamble(sections: readonly Section[], { dialect, tensor, numbers }: Library): Section[] {
  const calls = callsIn(sections);
  const random = [
    ...(calls('stream') ? [streamLines] : []),
    ...(calls('normal_numbers') ? [normalLines] : []),
    ...(calls('shuffled') ? [shuffledLines] : []),
  ].flatMap((lines, i) => (i === 0 ? lines : ['', '', ...lines]));
  const chance = random.length > 0 ? [{ title: "The page's random numbers", lines: random }] : [];
  const helpers = helperLines(textOf([...chance, ...sections]), { dialect, tensor, numbers });
  const all = [...chance, ...(helpers.length > 0 ? [{ title: 'Small helpers', lines: helpers }] : []), ...sections];
  return [{ title: 'Imports', lines: importLines(textOf(all), dialect) }, ...all];
}

/** Whether sections call a function of this name. */
export function callsIn(sections: readonly Section[]): (name: string) => boolean {
  const text = textOf(sections);
  return (name) => new RegExp(`\\b${name}\\(`).test(text);
}

const textOf = (sections: readonly Section[]): string => sections.flatMap(({ lines }) => lines).join('\n');
