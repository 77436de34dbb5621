import { parseArticle } from './parse-article.ts';
import { type RawRecord, tooLong } from './raw-record.ts';
import { type BatchPart, createArticleSplitter } from './split-articles.ts';

/** What belongs between the articles of a batch: the frame, blanks, comments. */
const frame =
  /<\?xml[^<>]*\?>|<!--[\s\S]*?-->|<\/?book(?:\s[^<>]*)?>|<edition\s*>[^<>]*<\/edition\s*>|<edition\s*>\s*<!\[CDATA\[[^<>\]]*\]\]>\s*<\/edition\s*>|^\u00EF\u00BB\u00BF|\s+/g;

/** Reads an XML batch article by article. Anything else between articles is a record as well: a refused one. */
export async function* readArticles(
  chunks: AsyncIterable<Buffer>,
  maximumBytes: number,
): AsyncGenerator<RawRecord> {
  const splitter = createArticleSplitter(maximumBytes);
  let line = 0;
  for await (const part of partsOf(chunks, splitter)) {
    if (isFrame(part)) continue;
    line++;
    yield toRecord(line, part, maximumBytes);
    if (hasDefinitions(part)) return; // whatever follows may mean something else than it says
  }
}

/** A frame is short; anything longer is not searched for one. */
function isFrame({ kind, text }: BatchPart): boolean {
  return kind === 'other' && text.length < maximumFrame && text.replaceAll(frame, '') === '';
}

const maximumFrame = 65_536;

async function* partsOf(
  chunks: AsyncIterable<Buffer>,
  splitter: ReturnType<typeof createArticleSplitter>,
): AsyncGenerator<BatchPart> {
  // a byte is a character, so that an article has the bytes of the file whatever its encoding is
  for await (const chunk of chunks) yield* splitter.push(chunk.toString('latin1'));
  yield* splitter.end();
}

function toRecord(line: number, part: BatchPart, maximumBytes: number): RawRecord {
  const bytes = Buffer.from(part.text, 'latin1');
  if (part.isCut) return tooLong(line, bytes, maximumBytes);
  if (part.kind === 'article') return parseArticle(line, bytes);
  const reason = hasDefinitions(part)
    ? '不接受 DTD，文件其余部分未读 / a DTD is refused, the rest of the file was not read'
    : '不是 jcms 的 article / not an article of a jcms';
  return { line, bytes, refusal: { code: 'SCHEMA_VIOLATION', pointer: '', reason } };
}

function hasDefinitions({ kind, text }: BatchPart): boolean {
  return kind === 'other' && text.includes('<!DOCTYPE');
}
