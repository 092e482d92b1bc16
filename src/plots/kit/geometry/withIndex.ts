const SUBSCRIPTS = '₀₁₂₃₄₅₆₇₈₉';

/** A name as mathematics writes it: c0 is c₀, x12 is x₁₂; other names stay. */
export const withIndex = (name: string): string =>
  name.replace(
    /^(\p{L})(\d+)$/u,
    (_, letter: string, index: string) =>
      `${letter}${index.replace(/\d/g, (digit) => SUBSCRIPTS.charAt(Number(digit)))}`,
  );
