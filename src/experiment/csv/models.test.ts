import { describe, expect, test } from 'vitest';
import { emptyTarget, likelyFeatures, likelyTarget, modelOffer, parseRows, tableOf } from '.';

const read = (...lines: readonly string[]) => tableOf(parseRows(lines.join('\n')));

/** Which models are offered, in their order, and what the others say of the target. */
function offerOf(lines: readonly string[], features: number, target: number) {
  const { offered, refused } = modelOffer(read(...lines), features, target);
  return {
    offered: offered.map(({ id }) => id),
    refused: Object.fromEntries(refused.map(({ model, why }) => [model.id, why])),
  };
}

const long = 'a word that is much longer than what a sentence can hold without becoming a paragraph';
const shortened = `${long.slice(0, 40)}…`;

describe('a model that does not suit says why', () => {
  test('where most of the target are words: the first of them, not the numbers before it', () => {
    const { offered, refused } = offerOf(['x,y', '1,5', '2,high', '3,low', '4,mid'], 1, 1);
    expect(offered).toEqual([]);
    const words = { code: 'words', text: 'high', line: 3 };
    const third = { code: 'thirdValue', text: 'low', line: 4, first: '5', second: 'high' };
    expect(refused).toEqual({
      'linear-regression': words,
      'polynomial-regression': words,
      'network-fit': words,
      'logistic-regression': third,
      'network-classes': third,
    });
  });

  test('where all have one value: the classes of it, and numbers nothing', () => {
    const { offered, refused } = offerOf(['x,z,y', '1,2,7', '2,4,7', '3,5,7'], 2, 2);
    expect(offered).toEqual(['linear-regression']);
    expect(refused).toMatchObject({
      'logistic-regression': { code: 'oneValue', text: '7' },
      'network-classes': { code: 'oneValue', text: '7' },
    });
  });

  test('where the target is all gaps: that it is empty', () => {
    const { offered, refused } = offerOf(['x,y', '1,', '2,NA', '3,'], 1, 1);
    expect(offered).toEqual([]);
    expect(new Set(Object.values(refused).map(({ code }) => code))).toEqual(new Set(['empty']));
  });

  test('with the number of features that it takes, if the target suits', () => {
    const classes = ['x,y', '1,yes', '2,no', '3,yes'];
    expect(offerOf(classes, 1, 1)).toMatchObject({
      offered: ['logistic-regression'],
      refused: { 'network-classes': { code: 'features', min: 2, max: 2, found: 1 } },
    });
    expect(offerOf(classes, 3, 1).refused['network-classes']).toEqual({ code: 'features', min: 2, max: 2, found: 3 });
    expect(offerOf(classes, 2, 1).offered).toEqual(['logistic-regression', 'network-classes']);
    const none = { code: 'features', min: 1, max: 32, found: 0 };
    expect(offerOf(classes, 0, 1).refused['logistic-regression']).toEqual(none);
  });

  test('with long texts shortened', () => {
    const words = offerOf(['x,y', `1,${long}`, `2,${long}2`, `3,${long}3`], 1, 1).refused;
    expect(words['linear-regression']).toEqual({ code: 'words', text: shortened, line: 2 });
    expect(words['logistic-regression']).toEqual({
      code: 'thirdValue',
      text: shortened,
      line: 4,
      first: shortened,
      second: shortened,
    });
    expect(offerOf(['x,y', `1,${long}`, `2,${long}`], 1, 1).refused['logistic-regression']).toEqual({
      code: 'oneValue',
      text: shortened,
    });
  });
});

describe('the likeliest model comes first', () => {
  test('one of classes for two numbers, one of numbers for more or for two rows', () => {
    const order = (...lines: readonly string[]) => offerOf(['x,y', ...lines], 1, 1).offered;
    expect(order('1,0', '2,1', '3,1')[0]).toBe('logistic-regression');
    expect(order('1,0', '2,1')[0]).toBe('linear-regression');
    expect(order('1,0', '2,1')).toContain('logistic-regression');
    expect(order('1,0', '2,1', '3,2')).toEqual(['linear-regression', 'polynomial-regression', 'network-fit']);
  });
});

describe('the columns that are chosen at first', () => {
  const target = (...lines: readonly string[]) => likelyTarget(read(...lines));

  test('the last column that varies or has two words is the target', () => {
    expect(target('x,y,z', '1,2,red', '2,3,blue', '3,1,green')).toBe(1);
    expect(target('x,y,z', '1,2,red', '2,3,blue', '3,1,red')).toBe(2);
    expect(target('x,y,z', '1,2,red', '2,3,red', '3,1,red')).toBe(1);
  });

  test('identifiers and constants only if nothing else can be, words only if there is nothing else', () => {
    expect(target('x,user_id', '1.5,17', '2.5,3', '4,99')).toBe(0);
    expect(target('city,user_id,colour', 'Rome,17,a', 'Oslo,3,b', 'Bonn,99,c')).toBe(1);
    expect(target('city,colour', 'Rome,a', 'Oslo,b', 'Bonn,c')).toBe(1);
  });

  test('a last column with a name and no values is named, as it would have been the target', () => {
    const missed = (...lines: readonly string[]) => emptyTarget(read(...lines));
    expect(missed('面积,房龄,价格', '70,5,', '80,9,', '90,2,')).toBe('价格');
    expect(missed('面积,房龄,价格', '70,5,NA', '80,9,NA', '90,2,NA')).toBe('价格');
    expect(missed('area,age,price,,', '70,5,1,,', '80,9,2,,')).toBe(null);
    expect(missed('area,age,price,,', '70,5,,,', '80,9,,,')).toBe('price');
    expect(missed('area,note,price', '70,,1', '80,,2')).toBe(null);
    expect(missed('70,5,', '80,9,', '90,2,')).toBe(null);
  });

  test('features are the numbers that vary, without the target', () => {
    const table = read('user_id,x,one,city,y,z', '17,1,1,a,2,5', '3,2,1,b,3,6', '99,4,1,c,9,2');
    expect(likelyFeatures(table, 5)).toEqual([1, 4]);
    expect(likelyFeatures(table, 1)).toEqual([4, 5]);
  });
});
