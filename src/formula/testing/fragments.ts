import fc from 'fast-check';

const written =
  'x y 1 .5 1e 1e9 + - * / ^ ( ) , < <= == = ! sin( if( grad( theta state lr # pi __proto__ constructor \\frac{ √ ½ ² | ⌊ ٣ ∞ 𝑥 \u202e \u0000';

/** Pieces that formulas and rules are made of, and some that they are not. */
export const fragments: fc.Arbitrary<string> = fc.constantFrom(...written.split(' '), ' ', '\n');

/** Texts of nothing but such pieces. */
export const soup: fc.Arbitrary<string> = fc.array(fragments).map((parts) => parts.join(''));
