import { citationKeysOf, localDateOf, referenceKeysOf } from '@gongwen/domain';
import type { SearchQuery } from '@gongwen/ports';
import type { Document } from '@gongwen/schemas';
import { type HttpApp, ServiceError, isServiceError, toProblem } from '@gongwen/service-kit';
import type { Context } from 'hono';
import { html } from 'hono/html';
import QRCode from 'qrcode';
import { type FoundDocument, type Point, findDocument } from './find-document.ts';
import { type Lookup, withNamedTargets } from './named-targets.ts';
import { closedTextPage } from './pages/closed-text-page.ts';
import { documentPage } from './pages/document-page.ts';
import { pageFacets } from './pages/facet-fields.ts';
import { type Html, layout, stylesheetPath } from './pages/layout.ts';
import { type Printed, qrPage } from './pages/qr-page.ts';
import { searchPage } from './pages/search-page.ts';
import { stylesheet } from './pages/stylesheet.ts';
import { withdrawnPage } from './pages/withdrawn-page.ts';
import type { PortalContext } from './portal.ts';
import { readHistory } from './read-history.ts';
import { readQuery } from './read-query.ts';
import { readVersion } from './routes-api.ts';
import { searchDocuments } from './search-documents.ts';

const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

type Answer = { readonly status?: 200 | 410; readonly body: Html } | { readonly redirect: string };

/** On a page; a longer list is not read by people. */
const shownChanges = 100;

/** The public pages: server-rendered, usable without scripts, nothing from elsewhere. */
export function mountPageRoutes(app: HttpApp, options: PortalContext): void {
  const { now, publicUrl } = options;

  app.get('/', (context) =>
    page(context, async () => ({ body: await searchFor(options, new URL(context.req.url).searchParams) })),
  );
  app.get('/documents/:documentId', (context) =>
    page(context, () => {
      const version = readVersion(context.req.query('version'));
      // a reader wants what holds today; a newer text that is adopted for later is a click away
      const at = context.req.query('at') ?? (version === undefined ? localDateOf(now()) : undefined);
      return showDocument(options, context.req.param('documentId'), { at, version });
    }),
  );
  app.get('/lookup', (context) =>
    page(context, async () => {
      const { number, title } = context.req.query();
      const reference = { ...(number && { number }), ...(title && { title }) };
      const [key] = referenceKeysOf(reference);
      if (key === undefined) {
        throw new ServiceError('PARAMETER_INVALID', {
          zh: '请给出 number 或 title。',
          en: 'Give a number or a title.',
        });
      }
      const documents = await snapshotsOf(options, { citedAs: [key], includeWithdrawn: true });
      const [first, another] = documents;
      if (!first) throw new ServiceError('DOCUMENT_NOT_FOUND');
      const words = new URLSearchParams({ q: number ?? title ?? '', ended: '1' });
      return { redirect: another ? `/?${words}` : `/documents/${first.documentId}` };
    }),
  );
  app.get('/id/:documentId', (context) => {
    const { search } = new URL(context.req.url);
    return context.redirect(`/qr/${encodeURIComponent(context.req.param('documentId'))}${search}`, 303);
  });
  app.get('/qr/:documentId', (context) =>
    page(context, async () => {
      const documentId = context.req.param('documentId');
      const found = await findNamed(options, documentId, { at: localDateOf(now()) });
      const printed = await findPrinted(options, documentId, readVersion(context.req.query('v')));
      return { body: qrPage(found, await citingDocuments(options, found), printed, now()) };
    }),
  );
  app.get('/documents/:documentId/qr.svg', async (context) => {
    const { document, version } = await findDocument(options, context.req.param('documentId'));
    const target = `${publicUrl}/id/${document.documentId}?v=${version}`;
    context.header('content-type', 'image/svg+xml');
    return context.body(await QRCode.toString(target, { type: 'svg', margin: 2 }));
  });
  app.get(stylesheetPath, (context) => {
    context.header('content-type', 'text/css; charset=utf-8');
    context.header('cache-control', 'public, max-age=300');
    return context.body(stylesheet);
  });
}

async function showDocument(options: PortalContext, documentId: string, point: Point): Promise<Answer> {
  const { store, publicUrl } = options;
  try {
    const found = await findNamed(options, documentId, point);
    if (found.document.publication.state === 'withdrawn') return { status: 410, body: withdrawnPage(found) };
    const history = await readHistory(store, found, shownChanges);
    return { body: documentPage(found, history, await citingDocuments(options, found), publicUrl) };
  } catch (error) {
    if (!isServiceError(error) || error.code !== 'DOCUMENT_WITHDRAWN') throw error;
    return { status: 410, body: closedTextPage(documentId, error.details.zh ?? '') };
  }
}

/** A document as people read it: what it cites has a title. */
async function findNamed(options: PortalContext, documentId: string, point: Point): Promise<FoundDocument> {
  const found = await findDocument(options, documentId, point);
  const { version } = found.newest;
  const lookup: Lookup = (citedAs) =>
    snapshotsOf(options, { citedAs: citedAs.slice(0, 100), includeWithdrawn: true });
  const newest = await withNamedTargets(found.newest.document, lookup);
  const isNewest = found.document === found.newest.document;
  const document = isNewest ? newest : await withNamedTargets(found.document, lookup);
  return { ...found, document, newest: { version, document: newest } };
}

/** What the paper says; when that cannot be told, the question that matters is answered all the same. */
async function findPrinted(
  options: PortalContext,
  documentId: string,
  version: number | undefined,
): Promise<Printed | undefined> {
  if (version === undefined) return undefined;
  try {
    const { document } = await findDocument(options, documentId, { version });
    return { textVersion: document.textVersion };
  } catch (error) {
    if (!isServiceError(error)) throw error;
    if (error.code === 'DOCUMENT_WITHDRAWN') return 'withdrawn';
    if (error.code === 'VERSION_NOT_FOUND' || error.code === 'DEPENDENCY_UNAVAILABLE') return undefined;
    throw error;
  }
}

/** What others say of a document; the first hundred, newest first. */
function citingDocuments(options: PortalContext, { document }: FoundDocument): Promise<Document[]> {
  return snapshotsOf(options, { citing: citationKeysOf(document) });
}

async function snapshotsOf(options: PortalContext, query: Partial<SearchQuery>): Promise<Document[]> {
  const on = localDateOf(options.now());
  const { hits } = await searchDocuments(options, { on, sort: 'publishedOn', limit: 100, ...query });
  return hits.map(({ document }) => document.snapshot);
}

/** The page’s own `ended=1` is the API’s `includeEnded=true`, since a checkbox that is not ticked sends nothing. */
async function searchFor(options: PortalContext, asked: URLSearchParams): Promise<Html> {
  const withEnded = asked.has('ended');
  const parameters = new URLSearchParams(asked);
  parameters.delete('ended');
  if (withEnded) parameters.set('includeEnded', 'true');
  const { query, chosen } = readQuery(parameters, localDateOf(options.now()));
  const result = await searchDocuments(options, { ...query, facets: pageFacets });
  return searchPage({
    query,
    chosen,
    result,
    withEnded,
    ...(asked.get('at')?.trim() && { at: query.on }),
    withEndedHref: hrefWith(asked, { ended: '1' }),
    ...(result.next !== undefined && { nextHref: hrefWith(asked, { cursor: result.next }) }),
  });
}

function hrefWith(
  asked: URLSearchParams,
  change: { readonly ended?: string; readonly cursor?: string },
): string {
  const parameters = new URLSearchParams(asked);
  parameters.delete('cursor'); // of another search, or of this page
  for (const [name, value] of Object.entries(change)) parameters.set(name, value);
  return `/?${parameters}`;
}

/** A page, or the page that says why there is none. */
async function page(context: Context, render: () => Promise<Answer>): Promise<Response> {
  context.header('content-security-policy', contentSecurityPolicy);
  context.header('referrer-policy', 'no-referrer');
  try {
    const answer = await render();
    if ('redirect' in answer) return context.redirect(answer.redirect, 303);
    const { status = 200, body } = answer;
    return context.html(await body, status);
  } catch (error) {
    if (!isServiceError(error)) throw error;
    const { title, detail, status, requestId } = toProblem(error, String(context.get('requestId')));
    const body = html`<h1>${title}</h1>
      <p>${detail}</p>
      <p><a href="/">返回检索</a></p>
      <p class="facts">请求号 ${requestId}</p>`;
    return new Response(String(await layout({ title, body, noIndex: true })), {
      status,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': contentSecurityPolicy,
      },
    });
  }
}
