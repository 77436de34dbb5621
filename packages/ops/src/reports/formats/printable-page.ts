import { html, raw } from 'hono/html';

const style = `
  body { font: 16px/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; margin: 2rem; color: #1a1a1a; }
  table { border-collapse: collapse; width: 100%; }
  caption { text-align: left; font-size: 1.4rem; font-weight: 600; padding-bottom: .5rem; }
  th, td { border: 1px solid #c8c8c8; padding: .3rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
  thead th { background: #eef2f7; white-space: nowrap; }
  td.short { white-space: nowrap; }
  td.number { text-align: right; font-variant-numeric: tabular-nums; }
  @media print { body { margin: 0; font-size: 11px; } thead { display: table-header-group; } tr { break-inside: avoid; } }
`;

export type Html = ReturnType<typeof html>;

/** One page that needs nothing else: no script, no font or style from elsewhere; made to be printed. */
export async function printablePage(title: string, body: Html): Promise<string> {
  const page = await html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html> `;
  return String(page);
}
