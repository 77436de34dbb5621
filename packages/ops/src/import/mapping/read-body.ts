import type { Body } from '@gongwen/schemas';
import { cleanMarkup, cleanText, withoutTags } from './clean-text.ts';
import { type Warning, warning } from './warning.ts';

/** Longer text is a file (claim check), which an import from a list does not make. */
export const maximumBodyLength = 512 * 1024;

export interface BodyReading {
  readonly body?: Body;
  readonly warnings: readonly Warning[];
}

/** The text, else the HTML as it is (it is sanitised on output). Text of a Markdown site loses the site’s own marks. */
export function readBody(text: string, html: string): BodyReading {
  const plain = cleanText(text);
  const readable = siteMark.test(plain) ? withoutSiteMarks(plain) : plain;
  if (readable !== '') return { body: { text: readable }, warnings: [] };
  const page = cleanMarkup(html).replace(/^<tbody>\s*/, '');
  if (page !== '') return { body: { html: page }, warnings: [] };
  return { warnings: plain === '' ? [] : [warning('body_elsewhere', linkIn(plain))] };
}

const siteMark = /^:::|^@tab|<PDF\s/m;

/** Marks of a VuePress site: notes of its keeper, tabs, the table of contents, anchors. The articles stay. */
function withoutSiteMarks(text: string): string {
  const plain = text
    .replaceAll(/<br\s*\/?>/gi, '\n')
    .replaceAll(/^::: warning[\s\S]*?^:::[ \t]*$/gm, '')
    .replaceAll(/<PDF\s[^>]*>|<Badge\b[^>]*>/g, '')
    .replaceAll(/^[ \t]*(?::::.*|@tab.*|\[\[toc\]\]|---|- 第 ?\d+ ?条?~.*|\[\d+\]\(#.*)$/gm, '')
    .replaceAll(/\{(?:style|target|#)[^}]*\}/g, '')
    .replaceAll(/\[([^\][]*)\]\([^()]*\)/g, '$1')
    .replaceAll(/^#{1,6}\s+/gm, '')
    .replaceAll(/\n\s*\n(?:\s*\n)+/g, '\n\n');
  return cleanText(withoutTags(plain));
}

function linkIn(text: string): string | undefined {
  return /url="?([^"\s>]+)|\]\(([^()\s]+)\)/
    .exec(text)
    ?.slice(1)
    .find((link) => link !== undefined);
}
