import type { ReactNode } from 'react';
import { fullSizeParts } from '../geometry/fullSizeParts';
import type { Raising } from './digits';

/** A number for the back row: an exponent is raised, in digits as large as the others. */
export function fullSizeNumber(number: string, raising: Raising): ReactNode {
  const { text, exponent } = fullSizeParts(number);
  if (exponent === '') return text;
  return (
    <>
      {text}
      {raising === 'sup' ? <sup className="full-size">{exponent}</sup> : <tspan dy="-0.4em">{exponent}</tspan>}
    </>
  );
}
