import { describe, expect, it } from 'vitest';
import { parseRule, print, type Rule } from './index';
import { extendRule, type Extension } from './extend';
import { ruleTex } from './tex';

const none: Extension = { hyper: [], gradient: [], product: [], direction: [], parameters: [] };
const k = { name: 'k', default: 0.5, flag: false };

const lines = (rule: Rule): string[] => rule.lines.map(({ name, expression }) => `${name} = ${print(expression)}`);
const extended = (text: string, extension: Partial<Extension>): string[] =>
  lines(extendRule(parseRule(text), { ...none, ...extension }));

describe('an extended rule', () => {
  it('with nothing is the rule', () => {
    const rule = parseRule('r(lr = 1)\ng = grad(theta)\ntheta = theta - lr*g');
    expect(extendRule(rule, none)).toEqual(rule);
  });

  it('changes a gradient under the name that the rule gives it', () => {
    expect(
      extended('r(lr = 1)\nd = grad(theta)\ntheta = theta - lr*d', {
        hyper: [k],
        gradient: ['-g', 'g + k*p', 'g*min(1, k/norm(g))'],
      }),
    ).toEqual(['d = grad(theta)', 'd = -d', 'd = d + k*theta', 'd = d*min(1, k/norm(d))', 'theta = theta - lr*d']);
  });

  it('names a gradient that has no name, wherever it is taken', () => {
    expect(
      extended('r(lr = 1)\nstate v = 0\nv = v - lr*grad(theta + v)\ntheta = theta + v', { gradient: ['g + p'] }),
    ).toEqual(['g = grad(theta + v)', 'g = g + (theta + v)', 'v = v - lr*g', 'theta = theta + v']);
    // A name of the rule is not taken for it.
    expect(extended('r(lr = 1)\ng = 2\ntheta = theta - g*grad(theta)', { gradient: ['-g'] })).toEqual([
      'g = 2',
      'g2 = grad(theta)',
      'g2 = -g2',
      'theta = theta - g*g2',
    ]);
    // Nor is the state's, of which the line may still want the old value.
    expect(
      extended('r()\nstate m = 0\nm = m + grad(theta)\ntheta = theta - m', { gradient: ['-g'] }).slice(0, 3),
    ).toEqual(['g = grad(theta)', 'g = -g', 'm = m + g']);
    expect(extended('r()\nstate m = 0\nm = grad(theta)\ntheta = grad(m)', { gradient: ['-g + theta'] })).toEqual([
      'g = grad(theta)',
      'g = -g + theta',
      'm = g',
      'g2 = grad(m)',
      'g2 = -g2 + theta',
      'theta = g2',
    ]);
  });

  it('changes one gradient once, two gradients twice, inner ones first', () => {
    expect(
      extended('r()\nd = if(norm(theta) > 1, -grad(theta), grad(theta))\ntheta = theta - d', { gradient: ['2*g'] }),
    ).toEqual(['d = grad(theta)', 'd = 2*d', 'd = if(norm(theta) > 1, -d, d)', 'theta = theta - d']);
    expect(extended('r()\ntheta = theta - grad(theta - grad(theta))', { gradient: ['2*g'] })).toEqual([
      'g = grad(theta)',
      'g = 2*g',
      'g2 = grad(theta - g)',
      'g2 = 2*g2',
      'theta = theta - g2',
    ]);
  });

  it('changes products with the Hessian and its diagonal, and the vectors that it is multiplied with', () => {
    expect(
      extended('r()\nd = hvp(theta, theta + 1)\ntheta = theta - d/diag_hessian(theta)*grad(theta)', {
        hyper: [k],
        product: ['-h', 'h + k*v', 'if(free, h, 0)'],
        direction: ['if(free, v, 0)'],
      }),
    ).toEqual([
      'd = hvp(theta, if(free, theta + 1, 0))',
      'd = -d',
      'd = d + k*(theta + 1)',
      'd = if(free, d, 0)',
      'h = diag_hessian(theta)',
      'h = -h',
      'h = h + k*1',
      'h = if(free, h, 0)',
      'theta = theta - d/h*grad(theta)',
    ]);
    expect(extended('r()\ntheta = theta - hvp(theta, grad(theta))', { gradient: ['2*g'] })).toEqual([
      'g = grad(theta)',
      'g = 2*g',
      'theta = theta - hvp(theta, g)',
    ]);
  });

  it('changes the columns of a Hessian that is solved, and shows the changed Hessian', () => {
    const rule = extendRule(parseRule('r(lr = 1)\ntheta = theta - lr*solve_hessian(theta, grad(theta))'), {
      ...none,
      hyper: [{ name: 'l2', default: 0.1, flag: false }],
      product: ['-h', 'h + l2*v'],
    });
    expect(ruleTex(rule, {}).map(({ tex }) => tex)).toEqual([
      '\\theta \\leftarrow \\theta - \\mathrm{lr} \\, (-\\nabla^2 f(\\theta) + l_{2} \\, I)^{-1} \\, \\nabla f(\\theta)',
    ]);
  });

  it('changes the parameters at the end, and remembers where they were if that is asked for', () => {
    const text = 'r(lr = 1)\ntheta = theta - lr*grad(theta)';
    expect(
      extended(text, { hyper: [k], parameters: ['theta - lr*k*before', 'if(free, theta, before)', 'project(theta)'] }),
    ).toEqual([
      'before = theta',
      'theta = theta - lr*grad(theta)',
      'theta = theta - lr*k*before',
      'theta = if(free, theta, before)',
      'theta = project(theta)',
    ]);
    expect(extended(text, { parameters: ['project(theta)'] })).toEqual([
      'theta = theta - lr*grad(theta)',
      'theta = project(theta)',
    ]);
  });

  it('is shown like any other rule', () => {
    const rule = extendRule(parseRule('r(lr = 1)\ng = grad(theta)\ntheta = theta - lr*g'), {
      ...none,
      hyper: [k],
      gradient: ['g + k*p'],
      parameters: ['project(theta)'],
    });
    expect(ruleTex(rule, { k: 0.5 }).map(({ tex }) => tex)).toEqual([
      'g \\leftarrow \\nabla f(\\theta)',
      'g \\leftarrow g + k \\, \\theta',
      '\\theta \\leftarrow \\theta - \\mathrm{lr} \\, g',
      '\\theta \\leftarrow \\Pi(\\theta)',
    ]);
    expect(ruleTex(rule, { k: 0 }), 'a term at 0 goes').toHaveLength(3);
  });

  it('does not touch a name that the rule has', () => {
    expect(() => extended('r(k = 1)\ntheta = theta - k*grad(theta)', { hyper: [k] })).toThrow('r has a k already');
    expect(() => extended('r()\nbefore = theta\ntheta = theta - before', {})).toThrow('r has a before already');
    expect(() => extended('r()\ntheta = theta', { gradient: ['g + missing'] })).toThrow('missing');
  });
});
