import type { SymbolText } from './symbols';
import './letter.css';

/** A letter of a formula, typeset as in mathematics. */
export const Letter = ({ letter, below, above }: SymbolText) => (
  <span className="letter">
    <i>{letter}</i>
    {below !== undefined && <sub>{below}</sub>}
    {above !== undefined && <sup>{above}</sup>}
  </span>
);
