import { methodTexts } from '../../catalogue/methods/texts';
import { methodCodes } from '../methods/methods';
import type { MethodCode } from '../methods/types';
import type { Library } from '../parts/library';
import { meanLossLines, objectiveLines } from '../parts/objective';
import type { Section } from '../parts/section';
import { comment, numberText } from '../python/lines';
import { ruleName } from '../python/names';
import type { MethodSubject } from '../subject/method';
import { callsIn, dataSection, endingSection, lossSection, startSection } from './program';

/** A run by a classical method as a program, in sections. Throws RangeError if it has no program. */
export function methodSections(subject: MethodSubject, library: Library, trace: boolean): Section[] {
  const code = methodCodes[subject.id];
  if (!code) throw new RangeError(`no program for ${subject.id}`);
  const run: Section[] = [
    {
      title: `The method: ${subject.optimizer}`,
      lines: [...aboutLines(subject, code, library), ...settingLines(subject)],
    },
    ...code.functions,
    { title: 'The run', lines: code.run(subject.updates) },
  ];
  const mean = subject.loss.kind === 'data' ? [{ title: 'The loss', lines: meanLossLines(library) }] : [];
  return [
    ...dataSection(subject, library),
    lossSection(subject, library),
    ...mean,
    { title: 'The loss and its derivatives', lines: objectiveLines(library, callsIn(run)) },
    startSection(subject, (list) => `np.array(${list}, dtype=np.float64)`),
    ...run,
    endingSection(subject, library, trace, 'iteration'),
  ];
}

/** Where the method is described, and how what a library has differs. */
function aboutLines({ id }: MethodSubject, { alike }: MethodCode, { dialect }: Library): string[] {
  const other = alike[dialect] ?? alike.scipy;
  return [...(methodTexts[id]?.sources ?? []), ...(other === undefined ? [] : [other])].flatMap((text) =>
    comment(text),
  );
}

const settingLines = ({ hyper }: MethodSubject): string[] =>
  Object.entries(hyper).map(([name, value]) => `${ruleName(name)} = ${numberText(value)}`);
