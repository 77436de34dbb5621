import { createHash } from 'node:crypto';
import { isPublishingError, webhooks } from '@gongwen/sdk';
import type { DocumentEvent } from '@gongwen/schemas';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { html } from 'hono/html';
import { type Holding, openHoldings } from './holdings.ts';
import { type Rule, defaultRules } from './rules.ts';

export interface LibraryOptions {
  /** The city’s keys, `whpk_…`; two during a rotation. */
  readonly publicKeys: readonly string[];
  /** Kept in memory without. */
  readonly dataDirectory?: string;
  readonly rules?: readonly Rule[];
  /** Lets `POST /mode` make the library unwell, for tests of the sender. */
  readonly allowFaults?: boolean;
}

interface Mode {
  down?: boolean;
  latencyMs?: number;
  /** documentId → reason. */
  refuse?: Record<string, string>;
}

const maximumBodyBytes = 8 * 1024 * 1024;

/** A library that takes every change once, in order for each document, and says what it does not take. */
export function createLibrary({
  publicKeys,
  dataDirectory,
  rules = defaultRules,
  allowFaults,
}: LibraryOptions) {
  const holdings = openHoldings(dataDirectory);
  const app = new Hono();
  let mode: Mode = {};

  app.post('/events', bodyLimit({ maxSize: maximumBodyBytes }), async (context) => {
    if (mode.latencyMs) await new Promise((resolve) => setTimeout(resolve, mode.latencyMs));
    if (mode.down) return problem(503, 'DOWN', '系统维护 / under maintenance');
    const body = await context.req.text();
    try {
      return take(webhooks.verify({ body, headers: context.req.raw.headers, keys: publicKeys }));
    } catch (error) {
      // 401 for a signature, 422 for an event of a kind unknown here: the first stops the sender, the second one document
      if (isPublishingError(error)) return problem(error.status ?? 500, error.code, error.message);
      throw error;
    }
  });

  function take(event: DocumentEvent): Response {
    const { version, document } = event.data;
    const held = holdings.byDocument.get(event.subject) ?? [];
    const same = held.find((holding) => holding.version === version);
    if (same) {
      return same.eventId === event.id
        ? Response.json({ receiptId: same.receiptId })
        : problem(409, 'OTHER_EVENT', `第 ${version} 版已由另一事件占用`);
    }
    const expected = held.length + 1;
    if (version !== expected)
      return problem(409, 'OUT_OF_ORDER', `应为第 ${expected} 版，收到第 ${version} 版`);
    const refusal = mode.refuse?.[event.subject] ?? rules.map((rule) => rule(event)).find(Boolean);
    if (refusal !== undefined) return problem(422, 'RULE', refusal);
    const holding: Holding = {
      documentId: event.subject,
      version,
      eventId: event.id,
      type: event.type,
      title: document.title,
      status: document.publication.state,
      receiptId: `sdk-${createHash('sha256').update(event.id).digest('hex').slice(0, 12)}`,
      receivedAt: new Date().toISOString(),
    };
    holdings.add(holding);
    return Response.json({ receiptId: holding.receiptId }, { status: 201 });
  }

  const newest = () => [...holdings.byDocument.values()].flatMap((held) => held.at(-1) ?? []);

  app.get('/digest', (context) =>
    context.json({ documents: holdings.byDocument.size, digest: holdings.digest() }),
  );
  app.get('/holdings', (context) => {
    const after = context.req.query('after') ?? '';
    const limit = Math.min(Number(context.req.query('limit') ?? 1000) || 1000, 10_000);
    const items = newest()
      .filter(({ documentId }) => documentId > after)
      .toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1))
      .slice(0, limit);
    return context.json({ items });
  });
  app.get('/history', (context) => {
    const from = Number(context.req.query('from') ?? 0) || 0;
    return context.json({ items: holdings.inOrder.slice(from, from + 10_000) });
  });
  app.get('/holdings/:documentId', (context) =>
    context.json({ items: holdings.byDocument.get(context.req.param('documentId')) ?? [] }),
  );
  app.get('/', (context) => {
    const latest = newest()
      .toSorted((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1))
      .slice(0, 20);
    return context.html(
      html`<!doctype html>
        <html lang="zh-CN">
          <head>
            <meta charset="utf-8" />
            <title>省文件库（示例）</title>
          </head>
          <body>
            <h1>省文件库（示例）</h1>
            <p>馆藏 ${holdings.byDocument.size} 件</p>
            <ol>
              ${latest.map(({ title, version, status }) => html`<li>${title}（第 ${version} 版，${status === 'published' ? '已发布' : '已撤回'}）</li>`)}
            </ol>
          </body>
        </html>`,
    );
  });
  if (allowFaults) {
    app.post('/mode', async (context) => {
      mode = await context.req.json<Mode>();
      return context.json(mode);
    });
  }

  return { app, holdings, close: () => holdings.close() };
}

function problem(status: number, code: string, detail: string): Response {
  return Response.json({ type: 'about:blank', title: code, status, code, detail }, { status });
}
