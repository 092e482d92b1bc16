const GREEK = new Set([
  'alpha',
  'beta',
  'gamma',
  'delta',
  'epsilon',
  'zeta',
  'eta',
  'theta',
  'kappa',
  'lambda',
  'mu',
  'nu',
  'xi',
  'pi',
  'rho',
  'sigma',
  'tau',
  'phi',
  'chi',
  'psi',
  'omega',
]);

/** `beta1` is \beta_{1}, `mhat` is \hat{m}, `vbar` is \bar{v}, longer names stand upright. */
export function defaultSymbol(name: string): string {
  const [, stem = name, digits = ''] = /^(.*?)_?(\d*)$/.exec(name) ?? [];
  const [, accented, accent] = /^(.+?)(hat|bar|tilde)$/.exec(stem) ?? [];
  const base = accented !== undefined && accent !== undefined ? `\\${accent}{${letter(accented)}}` : letter(stem);
  return digits === '' ? base : `${base}_{${digits}}`;
}

function letter(stem: string): string {
  if (GREEK.has(stem)) return `\\${stem}`;
  return stem.length === 1 ? stem : `\\mathrm{${stem.replace(/_/g, '\\_')}}`;
}
