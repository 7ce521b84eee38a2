/** Figures as a table: a row for each figure, a column for each size. */

export type Figures = Readonly<Record<string, number | string>>;

export function toTable(rows: readonly Figures[]): readonly string[] {
  const [first = {}] = rows;
  const [head = '', ...names] = Object.keys(first);
  return [
    `| ${[head, ...rows.map((row) => row[head])].join(' | ')} |`,
    `| --- |${' ---: |'.repeat(rows.length)}`,
    ...names.map((name) => `| ${[name, ...rows.map((row) => toCell(row[name] ?? ''))].join(' | ')} |`),
  ];
}

function toCell(figure: number | string): string {
  if (typeof figure === 'string' || Number.isInteger(figure)) return String(figure);
  return figure < 10 ? figure.toFixed(3) : figure.toFixed(0);
}
