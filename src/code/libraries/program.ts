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
import type { Subject } from '../subject/subject';

/** The sections that all libraries share, up to the start. `theta` is how the library holds the parameters. */
export function problemSections(subject: Subject, library: Library, theta: (list: string) => string): Section[] {
  const { loss, start } = subject;
  const data = loss.kind === 'data' ? loss : null;
  return [
    ...(data ? [{ title: 'The data', lines: dataLines(subject, data, library) }] : []),
    ...(data && !data.isWhole ? [{ title: 'The samples of each update', lines: orderLines(subject, data) }] : []),
    {
      title: data ? 'The loss of each sample' : 'The loss',
      lines: data
        ? sampleLines(subject, data, library)
        : loss.kind === 'function'
          ? functionLines(subject, loss, library)
          : [],
    },
    {
      title: 'The start',
      lines: [`theta = ${theta(listText(start))}`, ...aroundLines(subject, library)],
    },
  ];
}

export const endingSection = (subject: Subject, library: Library, trace: boolean): Section =>
  trace ? { title: 'The rows', lines: traceLines } : { title: 'The picture', lines: plotLines(subject, library) };

/** Puts what the sections call before them: imports, small functions, random numbers. */
export function withPreamble(sections: readonly Section[], { dialect }: Library): Section[] {
  const text = textOf(sections);
  const calls = (name: string) => new RegExp(`\\b${name}\\(`).test(text);
  const random = [
    ...(calls('stream') ? [streamLines] : []),
    ...(calls('normal_numbers') ? [normalLines] : []),
    ...(calls('shuffled') ? [shuffledLines] : []),
  ].flatMap((lines, i) => (i === 0 ? lines : ['', '', ...lines]));
  const chance = random.length > 0 ? [{ title: "The page's random numbers", lines: random }] : [];
  const helpers = helperLines(textOf([...chance, ...sections]), dialect);
  const all = [...chance, ...(helpers.length > 0 ? [{ title: 'Small helpers', lines: helpers }] : []), ...sections];
  return [{ title: 'Imports', lines: importLines(textOf(all), dialect) }, ...all];
}

const textOf = (sections: readonly Section[]): string => sections.flatMap(({ lines }) => lines).join('\n');
