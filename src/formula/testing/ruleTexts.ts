import fc from 'fast-check';
import { print, type Expression } from '../index';
import { specialArity, specialNames } from '../syntax';
import { formulas } from './arbitrary';
import { changed } from './changed';

/* Random texts of rules, right ones and ones that were right before they were changed. */

const hyperNames = ['k', 'beta', 'eps2', 'Gamma_1'];
const stateNames = ['m', 'v', 'w_2'];
const lineNames = ['g', 'd', 'u1'];

const number = fc.oneof(
  fc.constantFrom('0', '1', '0.5', '1e-8', '2.', '.25', '100', '-3'),
  fc.double({ min: -1e3, max: 1e3, noNaN: true }).map((x) => String(x)),
);

/** `= 0.5`, `= true`, or a default with a range around it. */
const declared = fc.oneof(
  number,
  fc.constantFrom('true', 'false'),
  fc.constantFrom('0.01 in 1e-5..10 log', '0 in -1..1', '0.9 in 0..0.999 oneMinus', '2 in 1..3 linear'),
);

/** A formula in which functions of rules stand around some of its parts. */
function withSpecials(expression: Expression, choose: readonly number[], depth = 0): Expression {
  if (expression.kind !== 'apply') return expression;
  const args = expression.args.map((arg, i) => withSpecials(arg, choose, depth + i + 1));
  const [first] = args;
  const chosen = choose[depth % choose.length] ?? 0;
  const name = specialNames[chosen];
  const inner = { ...expression, args };
  if (name === undefined || !first) return inner;
  const taken = specialArity(name) === 2 ? [inner, first] : [inner];
  return { kind: 'special', name, args: taken, at: 0, length: 0 };
}

const lineOf = (names: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(formulas({ names, depth: 3 }), fc.array(fc.nat(4 * specialNames.length), { minLength: 1, maxLength: 7 }))
    .map(([formula, choose]) => print(withSpecials(formula, choose)));

/** A rule that can be read: every name has a value before it is read. */
export const ruleTexts: fc.Arbitrary<string> = fc
  .record({
    hyper: fc.subarray(hyperNames),
    defaults: fc.array(declared, { minLength: 5, maxLength: 5 }),
    states: fc.subarray(stateNames),
    lines: fc.subarray(lineNames),
    loop: fc.option(fc.integer({ min: 1, max: 4 })),
    separator: fc.constantFrom('\n', '\n', '\n\n', ' ;\n', '; ', '\n# a remark\n'),
  })
  .chain(({ hyper, defaults, states, lines, loop, separator }) => {
    const known = ['theta', 't', 'lr', 'noise', 'free', 'pi', ...hyper, ...states];
    const formulasOf = lines.map((_, i) => lineOf([...known, ...lines.slice(0, i)]));
    const all = [...known, ...lines];
    const initial = formulas({ names: ['lr', ...hyper], depth: 1 }).map(print);
    return fc
      .tuple(
        fc.tuple(...formulasOf),
        fc.tuple(...states.map(() => lineOf(all))),
        fc.tuple(...states.map(() => initial)),
        lineOf(all),
      )
      .map(([values, nexts, firsts, step]) =>
        [
          `rule(lr = 0.1${hyper.map((name, i) => `, ${name} = ${defaults[i] ?? '1'}`).join('')})`,
          ...states.map((name, i) => `state ${name} = ${firsts[i] ?? '0'}`),
          ...lines.map((name, i) => `${name} = ${values[i] ?? '1'}`),
          ...inLoop(
            loop,
            states.map((name, i) => `${name} = ${nexts[i] ?? name}`),
          ),
          `theta = theta - lr*${step.startsWith('-') ? `(${step})` : step}`,
        ].join(separator),
      );
  });

const inLoop = (count: number | null, lines: readonly string[]): readonly string[] =>
  count === null || lines.length === 0 ? lines : [`repeat ${count}`, ...lines, 'end'];

const fragments = fc.oneof(
  fc.constantFrom(
    ...[
      '(',
      ')',
      ',',
      '=',
      '+',
      '-',
      '*',
      '/',
      '^',
      '..',
      ';',
      '\n',
      '#',
      ' ',
      'state ',
      'repeat 3\n',
      '\nrepeat 21\n',
      '\nend\n',
      'end',
      ' in ',
      'log',
      'grad(',
      '"',
      '{',
      '}',
    ],
    ...[
      'theta',
      'lr',
      'm',
      't',
      'loss(',
      'dot(',
      'sum',
      '1e999',
      '0x',
      'é',
      '中',
      '\u0000',
      '</script>',
      '${',
      'if(',
      '<',
    ],
  ),
  fc.string({ maxLength: 6 }),
);

/** A rule with a few places changed. */
export const changedRuleTexts: fc.Arbitrary<string> = changed(ruleTexts, fragments);

/** A rule that is as large as a rule can be, over functions that take long to compile. */
export const largestRule = (terms: number): string =>
  [
    'large(lr = 0.1)',
    'g = grad(theta)',
    ...Array.from({ length: terms }, (_, i) => `g = tanh(g*${i + 1}.5)+${i % 10}`),
    'theta = theta - lr*g',
  ].join('\n');
