import { html } from 'hono/html';
import type { Report } from '../report.ts';
import { printablePage } from './printable-page.ts';

/** A report as a page. */
export function reportHtml({ title, columns, rows, counts = {} }: Report): Promise<string> {
  const table = html`<table>
      <caption>
        ${title.zh} <span lang="en">${title.en}</span>
      </caption>
      <thead>
        <tr>
          ${columns.map(({ zh }) => html`<th scope="col">${zh}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => html`<tr>${columns.map(({ key }) => cell(row[key] ?? ''))}</tr> `)}
      </tbody>
    </table>
    <p>${sumsOf(rows.length, counts)}</p>`;
  return printablePage(title.zh, table);
}

/** A date or a word of a code list stays on one line. */
const shortest = 10;

function cell(value: string | number) {
  if (typeof value === 'number') return html`<td class="number">${value}</td>`;
  return value.length > shortest ? html`<td>${value}</td>` : html`<td class="short">${value}</td>`;
}

function sumsOf(rows: number, counts: Readonly<Record<string, number>>): string {
  const sums = Object.entries(counts).map(([name, count]) => `${name} ${count}`);
  return [`共 ${rows} 行`, ...sums].join(' · ');
}
