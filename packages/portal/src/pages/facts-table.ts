import { html } from 'hono/html';
import type { Html } from './layout.ts';

/** Name and value of each fact that is known. */
export function factsTable(rows: readonly (readonly [string, string | undefined])[]): Html {
  return html`<table class="facts">
    <tbody>
      ${rows
        .filter(([, value]) => value)
        .map(
          ([name, value]) =>
            html`<tr>
              <th scope="row">${name}</th>
              <td>${value ?? ''}</td>
            </tr>`,
        )}
    </tbody>
  </table>`;
}
