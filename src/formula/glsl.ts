import type { Graph } from './graph';
import type { NodeId } from './node';
import { glslFunctions } from './glslFunctions';
import { operatorGlsl } from './operatorGlsl';

/**
 * Functions that GLSL ES 3.00 lacks or leaves inaccurate, undefined or NaN-blind. `min(NaN, 1.)` gave 1 and
 * `tanh(100.)` gave NaN in trials; `pow` of a negative base and `sqrt`, `log` of a negative number are undefined by the
 * specification; `log` near 1 and `sin` of large arguments lose most digits.
 *
 * None of them branches: `mix` with a bool selects one of two values exactly. With nested functions that return early, a
 * compiler that inlines everything took minutes for a network of eight hidden units.
 */
export const glslPrelude = `
#define os_nan() uintBitsToFloat(0x7fc00000u)
#define os_inf() uintBitsToFloat(0x7f800000u)
bool os_finite(float x) { return (floatBitsToUint(x) & 0x7f800000u) != 0x7f800000u; }
bool os_isnan(float x) { return (floatBitsToUint(x) & 0x7fffffffu) > 0x7f800000u; }
float os_exp(float x) { return mix(exp(x), x, os_isnan(x)); }
float os_sign(float x) { return mix(mix(x, -1.0, x < 0.0), 1.0, x > 0.0); }
float os_min(float a, float b) { return mix(mix(os_nan(), b, a >= b), a, a < b); }
float os_max(float a, float b) { return mix(mix(os_nan(), b, a <= b), a, a > b); }
float os_relu(float x) { return mix(x, 0.0, x <= 0.0); }
float os_sqrt(float x) { return mix(os_nan(), sqrt(x), x >= 0.0); }
float os_log1p_small(float x) {
  float z = x / (2.0 + x);
  float s = z * z;
  return 2.0 * z * (1.0 + s * (0.33333334 + s * (0.2 + s * (0.14285715 + s * 0.11111111))));
}
float os_log(float x) {
  float far = mix(mix(os_nan(), -os_inf(), x == 0.0), log(x), x > 0.0);
  return mix(far, os_log1p_small(x - 1.0), abs(x - 1.0) < 0.35);
}
float os_log1p(float x) {
  float far = mix(mix(os_nan(), -os_inf(), x == -1.0), log(1.0 + x), x > -1.0);
  return mix(far, os_log1p_small(x), abs(x) < 0.35);
}
float os_expm1(float x) {
  float near = x * (1.0 + x / 2.0 * (1.0 + x / 3.0 * (1.0 + x / 4.0 * (1.0 + x / 5.0 * (1.0 + x / 6.0 * (1.0 + x / 7.0))))));
  return mix(near, os_exp(x) - 1.0, abs(x) >= 0.4);
}
// Reduces the angle by multiples of pi/2, which is split into three parts so that the first two products are exact; then
// the polynomials of Cephes' sinf and cosf.
float os_quarters(float x) { return floor(x * 0.63661977 + 0.5); }
float os_remainder(float x, float n) { return ((x - n * 1.5703125) - n * 4.837512969970703e-4) - n * 7.549789954891882e-8; }
float os_sine(float r) { float z = r * r; return r + r * z * ((-1.9515295891e-4 * z + 8.3321608736e-3) * z - 1.6666654611e-1); }
float os_cosine(float r) {
  float z = r * r;
  return 1.0 - 0.5 * z + z * z * ((2.443315711809948e-5 * z - 1.388731625493765e-3) * z + 4.166664568298827e-2);
}
float os_turned(float x, float ahead) {
  float n = os_quarters(x);
  float r = os_remainder(x, n);
  float m = n + ahead;
  float quadrant = m - 4.0 * floor(m * 0.25);
  float size = mix(os_cosine(r), os_sine(r), abs(quadrant - 1.0) == 1.0);
  return mix(os_nan(), mix(-size, size, quadrant < 2.0), os_finite(x));
}
float os_sin(float x) { return os_turned(x, 0.0); }
float os_cos(float x) { return os_turned(x, 1.0); }
float os_tan(float x) { return os_sin(x) / os_cos(x); }
float os_tanh(float x) {
  float u = os_expm1(2.0 * x);
  return mix(u / (u + 2.0), os_sign(x), abs(x) > 10.0);
}
float os_softplus(float x) { return os_max(x, 0.0) + os_log1p(os_exp(-abs(x))); }
float os_pow_whole(float x, float y) {
  float size = pow(-x, y);
  return mix(-size, size, floor(y * 0.5) * 2.0 == y);
}
float os_pow(float x, float y) {
  float negative = mix(os_nan(), os_pow_whole(x, y), floor(y) == y);
  float zero = mix(os_inf(), 0.0, y > 0.0);
  float power = mix(mix(negative, zero, x == 0.0), pow(x, y), x > 0.0);
  return mix(mix(mix(power, x, os_isnan(x)), y, os_isnan(y)), 1.0, y == 0.0);
}
${glslFunctions}`;

/** A number as GLSL, always with a point or an exponent: GLSL does not mix int literals with floats. */
export function glslNumber(value: number): string {
  if (Number.isNaN(value)) return 'os_nan()';
  const single = Math.fround(value);
  if (!Number.isFinite(single)) return single > 0 ? 'os_inf()' : '(-os_inf())';
  const text = value.toPrecision(9).includes('e') ? value.toExponential(8) : String(Number(value.toPrecision(9)));
  const literal = /[.e]/.test(text) ? text : `${text}.0`;
  return value < 0 ? `(${literal})` : literal;
}

/**
 * Statements that compute `ids` (as ordered by `linearize`), each into its own variable.
 * @param prefix begins the name of every variable, so that one shader can hold several programs
 * @param input the text that an input node is read from
 */
export function glslStatements(
  graph: Graph,
  ids: readonly NodeId[],
  prefix: string,
  input: (name: string) => string,
): string {
  return ids
    .map((id) => {
      const node = graph.node(id);
      if (node.kind !== 'apply') throw new RangeError(`node ${id} is not an operation`);
      const args = node.args.map((arg) => glslOperand(graph, arg, prefix, input));
      return `float ${prefix}${id} = ${operatorGlsl[node.operator](...args)};`;
    })
    .join('\n');
}

/** The text that reads a node's value after its statements have run. */
export function glslOperand(graph: Graph, id: NodeId, prefix: string, input: (name: string) => string): string {
  const node = graph.node(id);
  if (node.kind === 'constant') return glslNumber(node.value);
  return node.kind === 'input' ? input(node.name) : `${prefix}${id}`;
}
