import { type LocalDate, localDateOf, parseDocumentNumber } from '@gongwen/domain';
import type { SearchHit, SearchResult } from '@gongwen/ports';
import { type DocumentHit, type DocumentList, type DocumentResource, codeLists } from '@gongwen/schemas';
import { type HttpApp, ServiceError } from '@gongwen/service-kit';
import { create as createDisposition } from 'content-disposition';
import type { Context } from 'hono';
import { endingOf } from './ending-of.ts';
import { type FoundDocument, findDocument } from './find-document.ts';
import { findFile } from './find-file.ts';
import type { PortalContext } from './portal.ts';
import { type PublicChange, readHistory } from './read-history.ts';
import { readQuery } from './read-query.ts';
import { searchDocuments } from './search-documents.ts';

/** The read API of docs/http.md: public, without a key. */
export function mountApiRoutes(app: HttpApp, options: PortalContext): void {
  const { store, now } = options;

  async function list(context: Context): Promise<Response> {
    const url = new URL(context.req.url);
    const { query } = readQuery(url.searchParams, localDateOf(now()));
    const answer = toList(await searchDocuments(options, query), query.on, url);
    if (answer.links.next) context.header('link', `<${answer.links.next}>; rel="next"`);
    return open(context).json(answer);
  }

  app.get('/v1/documents', list);
  app.get('/v1/search', list);
  app.get('/v1/lookup', async (context) => {
    const number = parseDocumentNumber(context.req.query('number') ?? '').canonical ?? '';
    const query = {
      number,
      on: localDateOf(now()),
      sort: 'publishedOn',
      limit: 100,
      includeWithdrawn: true,
    } as const;
    const result = await searchDocuments(options, query);
    const [first, second] = result.hits;
    if (!first) throw new ServiceError('DOCUMENT_NOT_FOUND');
    if (second) return open(context).json(toList(result, query.on, new URL(context.req.url)), 300);
    return open(context).redirect(`/v1/documents/${first.document.documentId}`, 301);
  });
  app.get('/v1/documents/:documentId', async (context) => {
    const found = await findDocument(options, context.req.param('documentId'), {
      at: context.req.query('at'),
      version: readVersion(context.req.query('version')),
    });
    const { publicReason, state } = found.document.publication;
    if (state === 'withdrawn') {
      throw new ServiceError('DOCUMENT_WITHDRAWN', {
        zh: `文件已撤回：${publicReason ?? ''}`,
        en: `Withdrawn: ${publicReason ?? ''}`,
      });
    }
    const etag = `"${found.newest.version}.${found.version}-${found.asOf}"`;
    context.header('etag', etag);
    if (context.req.header('if-none-match') === etag) return open(context).body(null, 304);
    return open(context).json(toResource(found));
  });
  app.get('/v1/documents/:documentId/versions', async (context) => {
    const documentId = context.req.param('documentId');
    const { newest } = await findDocument(options, documentId);
    const { changes } = await readHistory(store, { newest });
    return open(context).json({ items: changes.map(toItem) });
  });
  app.get('/v1/documents/:documentId/files/:sha256', async (context) => {
    const { documentId, sha256 } = context.req.param();
    const { file, content } = await findFile(options, documentId, sha256);
    // never shown in place: an original may be any file
    context.header('content-disposition', createDisposition(file.filename));
    context.header('content-type', 'application/octet-stream');
    context.header('content-security-policy', "sandbox; default-src 'none'");
    // its bytes never change, but its document may be withdrawn
    context.header('cache-control', 'public, max-age=60');
    return open(context).body(ReadableStream.from(content) as ReadableStream<Uint8Array>);
  });
}

/** What a page needs besides is left out. */
function toResource(found: FoundDocument): DocumentResource {
  const {
    newest: _newest,
    inForce: _inForce,
    standsInFor: _standsInFor,
    correctedIn: _correctedIn,
    ...resource
  } = found;
  return resource;
}

function toItem({ textVersion: _textVersion, isReadable: _isReadable, ...item }: PublicChange): object {
  return item;
}

function open(context: Context): Context {
  context.header('access-control-allow-origin', '*');
  return context;
}

export function readVersion(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  throw new ServiceError('PARAMETER_INVALID', {
    zh: 'version 应为正整数。',
    en: 'version must be a positive integer.',
  });
}

function toList({ hits, total, facets, next }: SearchResult, on: LocalDate, url: URL): DocumentList {
  const links: DocumentList['links'] = {};
  if (next !== undefined) {
    url.searchParams.set('cursor', next);
    links.next = `${url.pathname}${url.search}`;
  }
  return {
    items: hits.map((hit) => toHit(hit, on)),
    total: { value: total, relation: 'eq' },
    facets: Object.fromEntries(Object.entries(facets).map(([name, counts]) => [name, { ...counts }])),
    links,
  };
}

function toHit(hit: SearchHit, on: LocalDate): DocumentHit {
  const { document, version, validity, highlights } = hit;
  const { documentId, docClass, issuers, number, issuedOn, publishedOn, effectiveFrom, publication } =
    document;
  return {
    documentId,
    version,
    docClass,
    title: document.snapshot.title,
    issuers: [...issuers],
    publication,
    validity,
    validityLabel: codeLists.validity[validity],
    ...endingOf(hit, on),
    ...(number !== undefined && { documentNumber: number }),
    ...(issuedOn !== undefined && { issuedOn }),
    ...(publishedOn !== undefined && { publishedOn }),
    ...(effectiveFrom !== undefined && { effectiveFrom }),
    ...(highlights && { highlights: { title: highlights.title, body: highlights.text } }),
  };
}
