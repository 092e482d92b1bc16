import { expect, test } from 'vitest';
import { axisValue } from '../../engine/sweep/axes';
import { settingText } from './settingText';

test('a setting has five digits, on a scale of 1 - value those of its distance from 1', () => {
  expect(settingText(0.1234567, 'linear')).toBe('0.12346');
  expect(settingText(0.1234567, 'oneMinus')).toBe('0.12346');
  expect(settingText(1 - 1.23456e-4, 'linear')).toBe('0.99988');
  expect(settingText(1 - 1.23456e-4, 'oneMinus')).toBe('0.99987654');
  expect(settingText(0, 'oneMinus')).toBe('0');
});

test('neighbours on the finest grid read differently', () => {
  const axis = { of: 'beta2', from: 0, to: 0.99999, scale: 'oneMinus' } as const;
  const texts = Array.from({ length: 512 }, (_, i) => settingText(axisValue(axis, i, 512), axis.scale));
  expect(new Set(texts).size).toBe(512);
});
