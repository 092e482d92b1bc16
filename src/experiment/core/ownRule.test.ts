import { describe, expect, it } from 'vitest';
import { decodeLink, encodeLink, parseExperiment, readExperiment, toJson, changeRule } from '..';
import { linesOfRule, ruleFault } from './ownRule';

const rule = `mine(lr = 0.1, k = 0.5)
# What the user remarks; it may hold anything; & everything。

state m = 0
m = k*m + grad(theta) # so it is 100%
theta = theta - lr*m`;
const json = (run: object) => ({ version: 1, problem: { id: 'booth' }, runs: [run] });
const experiment = readExperiment(json({ rule, hyper: { lr: 0.2 } }));

describe('a rule in an experiment', () => {
  it('stands in place of the optimizer, with hyperparameters checked by its signature', () => {
    expect(toJson(experiment).runs).toEqual([{ rule, hyper: { lr: 0.2, k: 0.5 } }]);
    expect(() => readExperiment(json({ rule, hyper: { beta1: 1 } }))).toThrow('beta1');
    expect(() => readExperiment(json({ rule, optimizer: 'adam' }))).toThrow('runs.0.optimizer');
    expect(() => readExperiment(json({ rule, hyper: { k: 'much' } }))).toThrow('runs.0.hyper.k');
  });

  it.each([
    ['mine(lr = 0.1)\ntheta = theta - lr*gard(theta)', 'at 35: "gard" is not a function'],
    ['mine(rate = 0.1)\ntheta = theta - rate*grad(theta)', 'at 1: the rate lr is not among the hyperparameters'],
    ['mine(lr = 0.1, clipNorm = 1)\ntheta = theta - lr*grad(theta)', 'at 16: "clipNorm" has a meaning of its own'],
    ['mine(lr = 0.1)\nmHat = 1\nm_hat = 2\ntheta = theta - lr*grad(theta)', 'at 25: "m_hat" is named twice'],
    ['x'.repeat(2001), 'at most 2000'],
  ])('that cannot be read is refused with the place', (text, message) => {
    expect(() => readExperiment(json({ rule: text }))).toThrow(message);
  });

  it('is kept with the line ends of this page, whatever its own are, and with lines for semicolons outside of comments', () => {
    for (const end of ['\r\n', '\r'])
      expect(readExperiment(json({ rule: rule.replaceAll('\n', end) })).runs[0]?.optimizer).toBe(rule);
    expect(linesOfRule('a = 1; b = 2 # c; d\r\ne = 3;f = 4')).toBe('a = 1\n b = 2 # c; d\ne = 3\nf = 4');
  });

  it('that solves the Hessian of too many parameters is refused with the place and the cap', () => {
    const solving = 'mine(lr = 0.1)\ntheta = theta - lr*solve_hessian(theta, grad(theta))';
    const memory = (size: number) => ({
      version: 1,
      problem: { id: 'associative-memory', data: { size } },
      runs: [{ rule: solving }],
    });
    expect(readExperiment(memory(4)).runs).toHaveLength(1);
    expect(() => readExperiment(memory(5))).toThrow('at 35: solve_hessian is for at most 16 parameters, not 25');
  });

  it.each([
    'mine(lr = 0.1)\ntheta = theta - lr*grad(theta) # not solve_hessian(theta, grad(theta))',
    'solve_hessian(lr = 0.1)\ntheta = theta - lr*grad(theta)',
    '# solve_hessian\nmine(lr = 0.1)\ntheta = theta - lr*grad(theta)',
  ])('that only mentions the solution of the Hessian is not refused: %j', (text) => {
    expect(ruleFault(text, 25)).toBeNull();
  });

  it('is refused at the call that solves the Hessian, wherever it stands', () => {
    const text = 'solve_hessian(lr = 0.1)\nrepeat 2\ntheta = theta - lr*norm(( solve_hessian(theta, lr)))\nend';
    const fault = ruleFault(text, 17);
    expect([fault?.code, fault?.at, fault?.length]).toEqual(['tooManySolved', text.lastIndexOf('solve_hessian'), 13]);
    expect(ruleFault(text, 16)).toBeNull();
  });

  it('that cannot be read is left out of a file or a link that is opened, with a complaint', () => {
    const { experiment: read, complaints } = parseExperiment({
      ...json({ rule: 'mine(lr = 0.1)' }),
      runs: [{ rule: 'mine(lr = 0.1)' }, { optimizer: 'gd' }],
    });
    expect(read.runs.map(({ optimizer }) => optimizer)).toEqual(['gd']);
    expect(complaints.map(({ field, code }) => [field, code])).toEqual([['runs.0.rule', 'formula']]);
    const { complaints: about } = decodeLink('p=booth&r=rule1;lr=2&r=gd');
    expect(about.map(({ field }) => field)).toEqual(['runs.0.optimizer']);
  });

  it('travels in a link once, however many runs have it, without remarks', () => {
    const [run] = experiment.runs;
    if (!run) throw new RangeError('no run');
    const twice = { ...experiment, runs: [run, { ...run, hyper: { lr: 0.3, k: 0.5 } }] };
    const link = encodeLink({ experiment: twice, lossScale: 'log', lossAxis: 'step' });
    expect(link).toBe(
      'v=1&p=booth&r=rule1;lr=0.2&r=rule1;lr=0.3&rule=mine%28lr%20=%200.1,%20k%20=%200.5%29;state%20m%20=%200;' +
        'm%20=%20k%2Am%20%2B%20grad%28theta%29;theta%20=%20theta%20-%20lr%2Am',
    );
    const { state, complaints } = decodeLink(link);
    expect(complaints).toEqual([]);
    const kept = 'mine(lr = 0.1, k = 0.5)\nstate m = 0\nm = k*m + grad(theta)\ntheta = theta - lr*m';
    expect(state.experiment.runs.map(({ optimizer }) => optimizer)).toEqual([kept, kept]);
    expect(state.experiment.runs.map(({ hyper }) => hyper.lr)).toEqual([0.2, 0.3]);
  });

  it('that is changed keeps the values of hyperparameters that it declares as before', () => {
    const other = rule.replace('k = 0.5', 'k = 0.7, extra = 2').replace('lr*m', 'lr*m*extra');
    expect(changeRule(experiment, 0, other).runs[0]?.hyper).toEqual({ lr: 0.2, k: 0.7, extra: 2 });
  });
});
