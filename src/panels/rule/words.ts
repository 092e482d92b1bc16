import { operators } from '../../formula';
import { parameterInputNames, specialNames } from '../../formula/syntax';
import english from '../../language/en/ruleEditor.json' with { type: 'json' };

/** A name that may stand in a rule, and what kind of thing it is. */
export interface Word {
  readonly name: string;
  readonly kind: 'function' | 'special' | 'known' | 'hyper' | 'state' | 'line' | 'keyword';
}

/** Whether the catalogues of messages have a line about a name. */
export const isDescribed = (name: string): name is keyof typeof english.about => Object.hasOwn(english.about, name);

/** Names that have a value in every rule. */
export const knownNames: readonly string[] = ['theta', 't', ...parameterInputNames, 'pi', 'e'];

const fixedWords: readonly Word[] = [
  ...specialNames.map((name): Word => ({ name, kind: 'special' })),
  ...Object.entries(operators).flatMap(([name, { syntax }]): Word[] =>
    syntax === 'function' ? [{ name, kind: 'function' }] : [],
  ),
  ...knownNames.map((name): Word => ({ name, kind: 'known' })),
  ...['state', 'draw', 'repeat', 'end'].map((name): Word => ({ name, kind: 'keyword' })),
];

/** The names of an assignment or a signature in a text that may be no rule yet. */
function namesIn(text: string): Word[] {
  const [signature = '', ...rest] = text.split(/[\n;]/).filter((line) => !line.trim().startsWith('#'));
  const assigned = (line: string) => [...line.matchAll(/([A-Za-z]\w*)\s*=(?!=)/g)].map(([, name = '']) => name);
  return [
    ...assigned(signature.slice(signature.indexOf('('))).map((name): Word => ({ name, kind: 'hyper' })),
    ...rest.flatMap((line) => {
      const kind = /^\s*state\s/.test(line) ? 'state' : 'line';
      return assigned(line).map((name): Word => ({ name, kind }));
    }),
  ];
}

/** All words that may stand in a rule; of equal names the first. */
export function wordsFor(text: string): Word[] {
  const all = new Map<string, Word>();
  for (const word of [...namesIn(text), ...fixedWords]) if (!all.has(word.name)) all.set(word.name, word);
  return [...all.values()];
}
