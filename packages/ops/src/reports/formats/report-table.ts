import stringWidth from 'string-width';
import type { Report } from '../report.ts';

/** Cells are cut at this many columns of the terminal; CSV and HTML have them whole. */
const widest = 44;

/** Lines for a terminal, on which a Chinese character takes two columns. */
export function reportTable({ title, columns, rows, counts = {} }: Report): string {
  const header = columns.map(({ zh }) => zh);
  const body = rows.map((row) => columns.map(({ key }) => fitted(String(row[key] ?? ''))));
  const widths = header.map((_name, index) =>
    [header, ...body].reduce((most, cells) => Math.max(most, stringWidth(cells[index] ?? '')), 0),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => padded(cell, widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    `${title.zh} / ${title.en}`,
    '',
    line(header),
    line(widths.map((width) => '─'.repeat(width))),
    ...body.map(line),
    '',
    [
      `共 ${rows.length} 行 / rows`,
      ...Object.entries(counts).map(([name, count]) => `${name} ${count}`),
    ].join(' · '),
    '',
  ].join('\n');
}

/** Without control characters: a title must not steer the terminal of who reads it. */
function fitted(text: string): string {
  const plain = text.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ');
  if (stringWidth(plain) <= widest) return plain;
  let cut = '';
  let width = 0;
  for (const character of plain) {
    width += stringWidth(character);
    if (width > widest - 1) break;
    cut += character;
  }
  return `${cut}…`;
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - stringWidth(text)));
}
