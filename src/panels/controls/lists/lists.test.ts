import { expect, it } from 'vitest';
import { listFault, readNumbers } from './lists';

const limits = { min: 0, max: 100, integer: true, count: { min: 1, max: 3 } };

it('reads numbers separated by commas or spaces, Chinese ones too', () => {
  expect(readNumbers(' 50, 80 ,95 ')).toEqual([50, 80, 95]);
  expect(readNumbers('50，80、1e2')).toEqual([50, 80, 100]);
  expect(readNumbers('50, x')).toEqual([50, null]);
  expect(readNumbers('  ')).toEqual([]);
});

it('reports the first wrong entry, or the allowed number of entries', () => {
  expect(listFault([50, 80], limits)).toBeNull();
  expect(listFault([], limits)).toEqual({ code: 'tooFew', values: { count: 1 } });
  expect(listFault([1, 2, 3, 4], limits)).toEqual({ code: 'tooMany', values: { count: 3 } });
  expect(listFault([1, null], limits)).toEqual({ code: 'entry', at: 2, fault: { code: 'invalid', values: {} } });
  expect(listFault([1, 2.5], limits)).toEqual({ code: 'entry', at: 2, fault: { code: 'integer', values: {} } });
  expect(listFault([101], limits)).toEqual({ code: 'entry', at: 1, fault: { code: 'above', values: { max: 100 } } });
});
