/** The start of a link's fragment in a text: its first key and `=`, both perhaps encoded. */
const START = /(?:#|%(?:25)*23)(?=(?:v|p|f|r|problem|loss|run)(?:=|%(?:25)*3D))/i;
/** The same without the address before it. */
const BARE = /^(?=v(?:=|%(?:25)*3D)\d)/i;

/** What may stand in a fragment, also in a damaged one. */
const SEPARATOR_END = /[&;,=%-]$|%[0-9a-f]$/i;
const CONTINUES = /^[&;,=%]|[=;&]|^[\d.,-]+$/;

/**
 * The fragment of the first link in a text, as it stands there; null if there is none. A line end within the link is
 * removed, with the marks that mail programs put before quoted lines.
 */
export function findLink(text: string): string | null {
  const trimmed = text.trim();
  const found = START.exec(trimmed);
  if (!found && !BARE.test(trimmed)) return null;
  const [first = '', ...rest] = trimmed
    .slice(found ? found.index + found[0].length : 0)
    .split(/\r\n|[\r\n]/)
    .map((line) => line.replace(/^[\s>|]+/, ''));
  const [start = '', more] = words(first);
  return more === undefined ? joined(start, rest) : start;
}

const words = (line: string): string[] => line.split(/\s+/).filter((word) => word !== '');

/** The link with its further lines, as long as they look like the rest of a link. */
function joined(start: string, lines: readonly string[]): string {
  let link = start;
  for (const line of lines) {
    const [word, more] = words(line);
    if (word === undefined || more !== undefined) break;
    if (!SEPARATOR_END.test(link) && !CONTINUES.test(word)) break;
    link += word;
  }
  return link;
}
