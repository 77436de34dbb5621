import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface Page {
  readonly title: string;
  readonly body: Html;
  readonly canonical?: string;
  /** Old editions are not to be found instead of the current one. */
  readonly noIndex?: boolean;
  /** schema.org data as JSON-LD. */
  readonly data?: object;
}

export const stylesheetPath = '/assets/portal.css';

/** The frame of every page: no scripts, nothing from elsewhere. */
export function layout({ title, body, canonical, noIndex, data }: Page): Html {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - 公文库</title>
        ${canonical ? html`<link rel="canonical" href="${canonical}" />` : ''}
        ${noIndex ? html`<meta name="robots" content="noindex" />` : ''}
        <link rel="stylesheet" href="${stylesheetPath}" />
        ${
          data
            ? html`<script type="application/ld+json">
                ${raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}
              </script>`
            : ''
        }
      </head>
      <body>
        <a class="skip" href="#main">跳到正文</a>
        <header class="top"><a href="/">公文库</a></header>
        <main id="main">${body}</main>
        <footer>数据随发布、修改、废止即时更新。有效性以北京时间当日为准。</footer>
      </body>
    </html>`;
}
