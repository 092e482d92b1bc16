/** A CSV file of ours, read apart from the code that writes it: no cell has a comma, a quote or a line end. */
export function readCsv(text: string) {
  const lines = text.trimEnd().split('\n');
  const head = lines.filter((line) => line.startsWith('# ')).map((line) => line.slice(2));
  const [names = [], ...rows] = lines.filter((line) => !line.startsWith('#')).map((line) => line.split(','));
  /** The cells of a column as numbers; an empty cell is null. */
  const column = (name: string): (number | null)[] =>
    rows.map((row) => {
      const cell = row[names.indexOf(name)] ?? '';
      return cell === '' ? null : Number(cell);
    });
  const experiment: unknown = JSON.parse(head.find((line) => line.startsWith('experiment: '))?.slice(12) ?? 'null');
  return { head, names, rows, column, experiment };
}
