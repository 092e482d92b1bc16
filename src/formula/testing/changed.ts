import fc from 'fast-check';

/** A text with a few places changed: some characters left out there, and one of the pieces put in their stead, or nothing. */
export const changed = (texts: fc.Arbitrary<string>, pieces: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      texts,
      fc.array(fc.tuple(fc.nat(), fc.nat(30), fc.oneof(pieces, fc.constant(''))), { minLength: 1, maxLength: 6 }),
    )
    .map(([text, changes]) =>
      changes.reduce((old, [place, removed, added]) => {
        const at = place % (old.length + 1);
        return old.slice(0, at) + added + old.slice(at + removed);
      }, text),
    );
