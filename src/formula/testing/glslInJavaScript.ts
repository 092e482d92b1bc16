import { runInNewContext } from 'node:vm';

/** What the specification of GLSL ES 3.00 leaves undefined: a number that no formula has, so that a test sees it used. */
const UNDEFINED = 77.7e77;

const bits = new DataView(new ArrayBuffer(4));

/** The functions of GLSL that shaders of formulas call, undefined where the specification has them so. */
const builtins = {
  abs: Math.abs,
  floor: Math.floor,
  exp: (x: number) => (Number.isNaN(x) ? UNDEFINED : Math.exp(x)),
  log: (x: number) => (x > 0 ? Math.log(x) : UNDEFINED),
  sqrt: (x: number) => (x >= 0 ? Math.sqrt(x) : UNDEFINED),
  pow: (x: number, y: number) => (x > 0 || (x === 0 && y > 0) ? x ** y : UNDEFINED),
  roundEven: (x: number) => {
    const down = Math.floor(x);
    const isUp = x - down > 0.5 || (x - down === 0.5 && down % 2 !== 0);
    return isUp ? down + 1 : down;
  },
  mix: (x: number, y: number, takesSecond: boolean) => (takesSecond ? y : x),
  floatBitsToUint: (x: number) => {
    bits.setFloat32(0, x);
    return bits.getUint32(0);
  },
  uintBitsToFloat: (x: number) => {
    bits.setUint32(0, x);
    return bits.getFloat32(0);
  },
};

/** GLSL without types: what shaders of formulas use of it is JavaScript but for these. */
const inJavaScript = (glsl: string): string =>
  glsl
    .replace(/#define (\w+)\(\) (.+)/g, 'const $1 = () => $2;')
    .replace(/(0x[0-9a-f]+)u/g, '$1')
    .replace(
      /(?:float|bool) (\w+)\(([^)]*)\) \{/g,
      (_, name: string, args: string) => `function ${name}(${args.replace(/float /g, '')}) {`,
    )
    .replace(/(?:float|bool) (\w+) =/g, 'const $1 =');

/**
 * The value of GLSL in float64: of statements, with what they need before them.
 * @param result an expression over their variables
 */
export const glslValue = (statements: string, result: string): unknown =>
  runInNewContext(inJavaScript(`${statements}\n${result}`), { ...builtins });
