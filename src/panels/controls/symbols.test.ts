import { describe, expect, it } from 'vitest';
import { hyperDomain, methods, modifiers, optimizers } from '../../catalogue';
import { hyperControls, letterOf } from '../shared/hyperControls';
import { symbolText } from './symbols';

describe('symbols as plain text', () => {
  it.each([
    ['\\beta_1', { letter: 'β', below: '1' }],
    ['\\epsilon', { letter: 'ε' }],
    ['\\Delta_{\\mathrm{min}}', { letter: 'Δ', below: 'min' }],
    ['\\eta^-', { letter: 'η', above: '−' }],
    ['t_0', { letter: 't', below: '0' }],
  ])('reads %s', (tex, text) => {
    expect(symbolText(tex)).toEqual(text);
  });

  it.each(['\\mathrm{nesterov}', '\\nabla f', '\\frac{1}{2}', 'ab', ''])('leaves %j to the typesetter', (tex) => {
    expect(symbolText(tex)).toBeNull();
  });

  it('exist for every hyperparameter of the catalogue, and differ within a card', () => {
    const ofModifiers = modifiers.flatMap(({ settings }) =>
      Object.keys(settings).map((name) => symbolText(hyperDomain(name).symbol)),
    );
    for (const { id } of [...optimizers, ...methods]) {
      const own = hyperControls(id)
        .filter(({ flag }) => !flag)
        .map(({ domain }) => symbolText(domain.symbol));
      const texts = [...own, ...ofModifiers];
      expect([id, texts.includes(null)]).toEqual([id, false]);
      expect([id, new Set(texts.map((text) => JSON.stringify(text))).size]).toEqual([id, texts.length]);
    }
  });

  it('are not used for the learning rate, momentum and flags, which have names in words', () => {
    const words = hyperControls('sgd').filter((setting) => letterOf(setting) === null);
    expect(words.map(({ name }) => name)).toEqual(['lr', 'momentum', 'dampening', 'nesterov', 'maximize']);
  });
});
