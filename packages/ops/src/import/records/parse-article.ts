import { SaxesParser } from 'saxes';
import type { Refusal } from '../mapping/draft.ts';
import type { RawRecord } from './raw-record.ts';
import { elementBefore, sectionEndAt, sectionStart } from './section-end.ts';

/** The value of an article’s record. */
export interface ArticleValue {
  /** Element → its text; of an element that stands twice, the texts on two lines. */
  readonly article: Readonly<Record<string, string>>;
  /** A `]]>` stood unescaped in the text. */
  readonly isMended: boolean;
}

/** Reads one `<article>…</article>`, in UTF-8 or GB 18030. Refuses it when it is no XML, also after mending. */
export function parseArticle(line: number, bytes: Buffer): RawRecord {
  const text = decode(bytes);
  if (text === undefined) {
    const reason = '既不是 UTF-8 也不是 GB 18030 / neither UTF-8 nor GB 18030';
    return { line, bytes, refusal: { code: 'INVALID_UNICODE', pointer: '', reason } };
  }
  const mended = withSafeSections(text.replaceAll(notInXml, ''));
  const parsed = parseElements(mended.text);
  if (typeof parsed === 'string') return { line, bytes, refusal: malformed(parsed) };
  const value: ArticleValue = { article: parsed, isMended: mended.isMended };
  return { line, bytes, value };
}

/** A text in GB 18030 is almost never valid UTF-8; what the file declares is often wrong. */
function decode(bytes: Buffer): string | undefined {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // the next one
    }
  }
  return undefined;
}

// Word leaves control characters behind; nobody sees them.
// oxlint-disable-next-line no-control-regex
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Writes every `]]>` that is content the safe way. */
function withSafeSections(text: string): { text: string; isMended: boolean } {
  const parts: string[] = [];
  let at = 0;
  for (let start; (start = text.indexOf(sectionStart, at)) !== -1;) {
    const element = elementBefore(text, start);
    parts.push(text.slice(at, start));
    at = sectionAfter(text, start, element, parts);
  }
  const safe = [...parts, text.slice(at)].join('');
  return { text: safe, isMended: safe !== text };
}

/** Appends one section to the parts; returns where it ends. */
function sectionAfter(text: string, start: number, element: string | undefined, parts: string[]): number {
  let from = start;
  for (let end = start; (end = text.indexOf(']]>', end)) !== -1; end += 3) {
    const kind = sectionEndAt(text, end, element);
    parts.push(text.slice(from, end), kind === 'content' ? ']]]]><![CDATA[>' : ']]>');
    from = end + 3;
    if (kind === 'end') return from;
  }
  parts.push(text.slice(from));
  return text.length;
}

/** Element → text, or what is wrong. Without a DTD there are no entities but XML’s own five. */
function parseElements(text: string): Record<string, string> | string {
  const parser = new SaxesParser();
  const elements: Record<string, string> = Object.create(null);
  const path: string[] = [];
  let [content, fault] = ['', ''];
  const fail = (message: string) => void (fault ||= message);
  const append = (more: string) => void (content += more);
  parser.on('error', ({ message }) => fail(message));
  parser.on('doctype', () => fail('不接受 DTD / a DTD is refused'));
  parser.on('text', append);
  parser.on('cdata', append);
  parser.on('opentag', ({ name }) => {
    path.push(name);
    content = '';
    if (path.length > 2) fail(`${path[1]} 中有元素 ${name} / has an element inside`);
  });
  parser.on('closetag', ({ name }) => {
    if (path.length === 2)
      elements[name] = [elements[name] ?? '', content].filter((part) => part !== '').join('\n');
    path.pop();
  });
  parser.write(text).close();
  return fault === '' ? elements : fault;
}

function malformed(message: string): Refusal {
  return { code: 'SCHEMA_VIOLATION', pointer: '', reason: `不是有效的 XML：${message} / not valid XML` };
}
