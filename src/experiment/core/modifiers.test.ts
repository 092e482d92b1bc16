import { describe, expect, test } from 'vitest';
import { defaultExperiment, defaultRun, defaultsFor } from './defaults';
import {
  activeModifiers,
  climbs,
  fitModifiers,
  freshModifier,
  modifierHyper,
  modifierIds,
  normalizeModifiers,
  offeredModifiers,
  withModifierSetting,
} from './modifiers';
import type { Modifiers } from './types';

const { problem } = defaultExperiment;
const plain = defaultRun('gd', problem);
const modified = (modifiers: Modifiers) => ({ ...plain, modifiers });
const all: Modifiers = { l2: 0.1, clipNorm: 2, noise: { c: 0.5, gamma: 0.6 }, maximize: true };

test('modifiers act in one order, whatever order they are set in', () => {
  expect(activeModifiers(modified({ noise: { c: 1, gamma: 0 }, decay: 0.1, l2: 0, maximize: true }))).toEqual([
    'maximize',
    'l2',
    'noise',
    'decay',
  ]);
  expect(activeModifiers(plain)).toEqual([]);
});

test('dropout is offered where there are hidden units', () => {
  expect(offeredModifiers(problem)).toEqual(modifierIds.filter((id) => id !== 'dropout'));
  expect(offeredModifiers(defaultsFor('linear-regression').problem)).not.toContain('dropout');
  expect(offeredModifiers(defaultsFor('network-fit').problem)).toEqual(modifierIds);
});

test('a run climbs by the flag of its rule or by that of its loop, and not by both', () => {
  expect(climbs({}, [])).toBe(false);
  expect(climbs({ maximize: true }, ['l2'])).toBe(true);
  expect(climbs({ maximize: false }, ['maximize'])).toBe(true);
  expect(climbs({ maximize: true }, ['maximize'])).toBe(false);
});

describe('the numbers of modifiers', () => {
  test('have names of the modified rule', () => {
    expect(modifierHyper(modified(all))).toEqual({ l2: 0.1, clipNorm: 2, noiseScale: 0.5, noiseDecay: 0.6 });
    expect(modifierHyper(modified({ clipValue: 3, decay: 0, dropout: 0.5, frozen: ['x'] }))).toEqual({
      clipValue: 3,
      decay: 0,
      dropout: 0.5,
    });
    expect(modifierHyper(plain)).toEqual({});
  });

  test('are changed by these, one at a time, if the modifier is there', () => {
    const run = modified(all);
    expect(withModifierSetting(run, 'l2', 7)).toEqual({ ...all, l2: 7 });
    expect(withModifierSetting(run, 'clipNorm', 7)).toEqual({ ...all, clipNorm: 7 });
    expect(withModifierSetting(run, 'noiseScale', 7)).toEqual({ ...all, noise: { c: 7, gamma: 0.6 } });
    expect(withModifierSetting(run, 'noiseDecay', 7)).toEqual({ ...all, noise: { c: 0.5, gamma: 7 } });
    for (const name of ['decay', 'lr', 'maximize', 'noise']) expect(withModifierSetting(run, name, 7)).toBeUndefined();
    expect(withModifierSetting(plain, 'noiseScale', 7)).toBeUndefined();
    expect(withModifierSetting(modified({ l2: 1 }), 'noiseDecay', 7)).toBeUndefined();
  });
});

test('a modifier that is added has the numbers of the catalogue', () => {
  expect(freshModifier('maximize', problem)).toEqual({ maximize: true });
  expect(freshModifier('frozen', problem)).toEqual({ frozen: ['x'] });
  expect(freshModifier('dropout', problem)).toEqual({ dropout: 0.2 });
  expect(freshModifier('l2', problem)).toEqual({ l2: 0.01 });
  const { noise } = freshModifier('noise', problem);
  expect([noise?.c, noise?.gamma].every((value) => Number(value) > 0)).toBe(true);
});

test('modifiers that do nothing are left out', () => {
  expect(Object.keys(normalizeModifiers({ decay: 0.5, frozen: [], l2: 0, maximize: true }) ?? {})).toEqual([
    'maximize',
    'l2',
    'decay',
  ]);
  expect(normalizeModifiers({ frozen: [] })).toBeUndefined();
  expect(normalizeModifiers({})).toBeUndefined();
});

test('another problem keeps the modifiers that fit it', () => {
  const network = defaultsFor('network-fit').problem;
  expect(fitModifiers(modified({ frozen: ['y', 'q', 'x'], dropout: 0.5, l2: 1 }), problem)).toEqual(
    modified({ l2: 1, frozen: ['x', 'y'] }),
  );
  expect(fitModifiers(modified({ frozen: ['x'], dropout: 0.5 }), network)).toEqual(modified({ dropout: 0.5 }));
  expect(fitModifiers(modified({ frozen: ['q'], dropout: 0.5 }), problem)).toEqual(plain);
  expect(fitModifiers(plain, problem)).toEqual(plain);
});
