import { normalize } from './characters';
import { Notes } from './notes';
import { Problem } from './problem';
import { scan } from './scan';

/** What may stand between the names of a list. */
const BETWEEN = /(?:[,，、;；\s\u3000]|和)+/u;

/** The names in a typed list, such as `x，θ₁`, as the formula language writes them; what is no name stays as it is. */
export function readNameList(typed: string): string[] {
  return typed
    .split(BETWEEN)
    .filter((piece) => piece !== '')
    .map(nameOf);
}

function nameOf(piece: string): string {
  try {
    const [token, end] = scan(piece, new Notes(piece));
    return token?.kind === 'word' && end?.kind === 'end' ? token.text : normalize(piece).text;
  } catch (error) {
    if (error instanceof Problem) return normalize(piece).text;
    throw error;
  }
}
