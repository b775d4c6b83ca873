/** Prints a table of Markdown. */
export function printTable(title: string, heads: string[], rows: (string | number)[][]): void {
  const line = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
  console.log([`\n### ${title}\n`, line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n'));
}
