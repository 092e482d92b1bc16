/** @typedef {import('@stryker-mutator/api/core').MutantResult} MutantResult */

/** Standard deviations on each side of a mean that hold 95% of a normal distribution. */
const Z = 1.96;

/**
 * Wilson's interval of a proportion (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927), in which the true one lies in 95 of 100 samples.
 * @param {number} hits
 * @param {number} trials above 0
 * @returns {[low: number, high: number]}
 */
export const wilson = (hits, trials) => {
  const share = hits / trials;
  const centre = share + (Z * Z) / (2 * trials);
  const reach = Z * Math.sqrt((share * (1 - share)) / trials + (Z * Z) / (4 * trials * trials));
  const size = 1 + (Z * Z) / trials;
  return [(centre - reach) / size, (centre + reach) / size];
};

const percent = (/** @type {number} */ share) => `${(100 * share).toFixed(1)}%`;

/**
 * The mutants that count are those that were run: a mutant in a loop without end is killed as well. One that no test reaches
 * has survived.
 * @param {readonly Pick<MutantResult, 'status'>[]} mutants
 */
export const scoreOf = (mutants) => {
  const count = (/** @type {MutantResult['status'][]} */ ...statuses) =>
    mutants.filter(({ status }) => statuses.includes(status)).length;
  const killed = count('Killed', 'Timeout');
  const survived = count('Survived');
  const unreached = count('NoCoverage');
  const valid = killed + survived + unreached;
  const interval = valid > 0 ? wilson(killed, valid).map(percent).join(' to ') : '';
  const score = valid > 0 ? percent(killed / valid) : '';
  return { killed, survived, unreached, valid, row: [valid, killed, survived, unreached, score, interval] };
};

/** @param {{ status: string }} mutant */
export const hasSurvived = ({ status }) => status === 'Survived' || status === 'NoCoverage';
