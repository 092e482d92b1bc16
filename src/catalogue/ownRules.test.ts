import { describe, expect, it } from 'vitest';
import { findRule, hyperDomain, isOwnRule, optimizers, ruleOf } from '.';

const text = `mine(lr = 0.01 in 1e-5..10 log, beta1 = 0.9, k = 4, shift = 0, on = true, eps = 20)
theta = theta - lr*k*if(on, grad(theta), shift + beta1 + eps)`;

describe('a rule that the user wrote', () => {
  it('is found by its text as an optimizer of the catalogue by its key', () => {
    const mine = findRule(text);
    expect(mine?.name).toEqual({ en: 'mine', zh: 'mine' });
    expect(mine && ruleOf(mine).hyper.map(({ name }) => name)).toEqual(['lr', 'beta1', 'k', 'shift', 'on', 'eps']);
    expect(findRule(text), 'the same object every time').toBe(mine);
    expect(findRule('mine(lr = 0.01'), 'a text that is no rule').toBeUndefined();
    expect(optimizers.some(({ id }) => isOwnRule(id))).toBe(false);
  });

  it('with the name of an optimizer of the catalogue can be told from it', () => {
    const adam = findRule('adam')?.rule ?? '';
    expect(findRule(adam)?.name).toEqual({ en: 'adam (own)', zh: 'adam（自定）' });
  });

  it('has sliders: declared, of the catalogue, or around the default', () => {
    expect(hyperDomain('lr', text).slider).toEqual({ min: 1e-5, max: 10, scale: 'log' });
    expect(hyperDomain('beta1', text)).toBe(hyperDomain('beta1'));
    expect(hyperDomain('k', text)).toMatchObject({ symbol: 'k', slider: { min: 0.04, max: 400, scale: 'log' } });
    expect(hyperDomain('shift', text).slider).toEqual({ min: -1, max: 1, scale: 'linear' });
    expect(hyperDomain('on', text)).toMatchObject({ min: 0, max: 1, slider: { scale: 'flag' } });
    // 20 is past the catalogue's limit of eps.
    expect(hyperDomain('eps', text)).toMatchObject({ max: 1e9, slider: { min: 0.2, max: 2000, scale: 'log' } });
    expect(() => hyperDomain('other', text)).toThrow(RangeError);
  });
});
