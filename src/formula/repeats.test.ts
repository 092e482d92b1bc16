import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extendRule } from './extend';
import { compileStep, Code, FormulaError, parseRule } from './index';
import { plainRule } from './rule';
import { shownLines } from './shownLines';
import { ruleTex } from './tex';

/** The step of a rule of one parameter, from a point. */
function stepOf(text: string, theta: number): number {
  const program = compileStep(parseRule(text), 1);
  const code = new Code(program.step, [program.nextTheta]);
  const registers = code.registers('float64');
  for (const node of program.theta) registers[node] = theta;
  code.run(registers);
  return registers[program.nextTheta[0] ?? -1] ?? Number.NaN;
}

const refusalOf = (text: string): string => {
  try {
    parseRule(text);
    return 'read';
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    return `${error.code} ${text.slice(error.at, error.at + error.length)}`;
  }
};

describe('what is wrong with a loop', () => {
  const sentence = (lines: string): string => {
    try {
      parseRule(`r(lr = 1)\n${lines}`);
      return 'read';
    } catch (error) {
      return error instanceof Error ? error.message.replace(/^at \d+: /, '') : '';
    }
  };
  test.each([
    ['repeat 100\ntheta = lr\nend', 'a loop cannot have 100 turns; write a whole number from 1 to 20'],
    ['repeat lr\ntheta = lr\nend', 'found "lr" where a whole number from 1 to 20 was expected'],
    ['repeat\ntheta = lr\nend', 'the text ends where a whole number from 1 to 20 was expected'],
    ['repeat 2 3\ntheta = lr\nend', 'found "3" where the end of the line was expected'],
    ['repeat 2\ntheta = lr', 'this loop has no "end"; '],
    ['theta = lr\nend', 'no "repeat" stands above this "end"; '],
    ['repeat 2\nend', 'this loop has no lines; '],
    ['repeat 2\nrepeat 3\ntheta = lr\nend\nend', '"repeat" cannot stand inside a loop; '],
  ])('is said: %j', (lines, said) => expect(sentence(lines).slice(0, said.length)).toBe(said));
});

describe('repeat', () => {
  test('makes its lines as often as it says, one after the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.double({ min: -2, max: 2, noNaN: true }), (count, start) => {
        let [x, expected] = [start, start];
        for (let k = 0; k < count; k += 1) {
          x = 0.5 * x + 1;
          expected -= x / 8;
        }
        const text = `r(lr = 1)\nx = theta\nrepeat ${count}\n  x = 0.5*x + 1\n  theta = theta - x/8\nend`;
        expect(stepOf(text, start)).toBe(expected);
      }),
    );
  });

  test('stands between line breaks or semicolons, alike', () => {
    const compact = 'r(lr = 1);repeat 3;theta = theta/2;end';
    expect(stepOf(compact, 8)).toBe(1);
    expect(plainRule('r(lr = 1)\nrepeat 3 # thrice\n    theta = theta/2\nend # of it')).toBe(
      compact.replaceAll(';', '\n'),
    );
  });

  test('and `end` may be names of values', () =>
    expect(stepOf('r(lr = 1)\nrepeat = 3\nend = repeat + 1\ntheta = theta*end', 2)).toBe(8));

  test('is limited in operations and evaluations after it is written out', () => {
    const rule = (count: number, line: string) =>
      `r(lr = 1)\ng = lr\nrepeat ${count}\ng = ${line}\nend\ntheta = theta - g`;
    const two = 'loss(theta - g) + loss(theta + g)';
    expect(refusalOf(rule(20, two))).toBe('read');
    expect(refusalOf(rule(20, `${two} + loss(2*g)`))).toBe('tooManyPoints loss(theta + g)');
    expect(refusalOf(rule(20, Array.from({ length: 24 }, (_, i) => `g*${i}`).join(' + ')))).toMatch(
      'tooManyOperations',
    );
  });

  test('shows its lines once, with the place of their last turn', () => {
    const lines = ruleTex(parseRule('r(lr = 1)\ns = lr\nrepeat 4\ns = s/2\nu = s + 1\nend\ntheta = theta - u'), {});
    expect(lines.map(({ name, index }) => [name, index])).toEqual([
      ['s', 0],
      ['s', 7],
      ['u', 8],
      ['theta', 9],
    ]);
    expect(lines.map(({ tex }) => tex.split('\\leftarrow')[0]?.trim())).toEqual([
      's',
      '4 \\times\\;\\vert\\;s',
      '\\phantom{4 \\times\\;}\\vert\\;u',
      '\\theta',
    ]);
  });

  test('has a line shown that only another turn or what follows the loop reads', () => {
    const rule = parseRule(
      'r(lr = 1, on = false)\ns = lr\nu = 0\nrepeat 3\ns = s + u\nv = s\nu = if(on, v, s/2)\nend\ntheta = theta - s',
    );
    // Without the flag nothing reads v.
    expect(shownLines(rule, { on: false }).map(({ name, index }) => [name, index])).toEqual([
      ['s', 0],
      ['u', 1],
      ['s', 8],
      ['u', 10],
      ['theta', 11],
    ]);
    expect(shownLines(rule, { on: true }).map(({ index }) => index)).toEqual([0, 1, 8, 9, 10, 11]);
  });

  test('has its derivatives changed by modifiers in every turn', () => {
    const rule = extendRule(parseRule('r(lr = 1)\nrepeat 3\ntheta = theta - lr*grad(theta)\nend'), {
      hyper: [],
      gradient: ['-g'],
      product: [],
      direction: [],
      parameters: [],
    });
    expect(rule.lines).toHaveLength(9);
    expect(rule.lines.map(({ turn }) => turn?.turn)).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2]);
    expect(ruleTex(rule, {}).map(({ index }) => index)).toEqual([6, 7, 8]);
  });
});
