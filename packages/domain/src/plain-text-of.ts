import type { Document } from '@gongwen/schemas';

/** The words of a document that are searched and shown in snippets; markup of an HTML body becomes a space. */
export function plainTextOf({ body, abstract, keywords = [] }: Document): string {
  const text = body?.text ?? withoutTags(body?.html ?? '');
  return [text, abstract ?? '', keywords.join(' ')].filter((part) => part !== '').join('\n');
}

/** For search only; what is shown is escaped, or sanitised by the portal. */
function withoutTags(html: string): string {
  return html.replaceAll(/<[^>]{0,10000}>/g, ' ').replaceAll(/&(?:nbsp|emsp|ensp);/g, ' ');
}
