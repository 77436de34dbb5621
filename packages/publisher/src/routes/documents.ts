import type { Command } from '@gongwen/domain';
import type { Receipt } from '@gongwen/schemas';
import { type HttpApp, readJsonBody } from '@gongwen/service-kit';
import type { Context } from 'hono';
import type { Accept } from '../accept.ts';
import type { Actor } from '../actor.ts';
import { authorize } from '../authorize.ts';
import { idempotencyKeyOf } from '../idempotency-key.ts';
import { readCommand, readPublishCommand } from '../read-command.ts';
import { ownerOf } from '../owner-of.ts';

export interface DocumentRoutesOptions {
  readonly accept: Accept;
  readonly identify: (context: Context) => Promise<Actor>;
}

const changes = {
  amendments: 'amend',
  corrections: 'correct',
  repeal: 'repeal',
  expiry: 'expire',
  supersession: 'supersede',
  'partial-end': 'partiallyEnd',
  'scheduled-end': 'scheduleEnd',
  renewal: 'renew',
  reinstatement: 'reinstate',
  withdrawal: 'withdraw',
  restoration: 'restore',
} as const;

/** `POST /v1/documents` and one route for each further command (docs/http.md). */
export function mountDocumentRoutes(app: HttpApp, { accept, identify }: DocumentRoutesOptions): void {
  app.post('/v1/documents', async (context) => {
    const actor = await identify(context);
    const command = readPublishCommand(await readJsonBody(context));
    return answer(context, await submit(context, actor, command));
  });
  for (const [path, name] of Object.entries(changes)) {
    app.post(`/v1/documents/:documentId/${path}`, async (context) => {
      const actor = await identify(context);
      const documentId = context.req.param('documentId');
      ownerOf(documentId); // a bad id is told before its body is read
      const body = await readJsonBody(context);
      return answer(
        context,
        await submit(context, actor, readCommand(name, documentId, body, context.req.header('if-match'))),
      );
    });
  }

  async function submit(context: Context, actor: Actor, command: Command): Promise<Receipt> {
    authorize(actor, 'documents:write', ownerOf(command.documentId));
    if (importsGaps(command)) authorize(actor, 'documents:import');
    const idempotencyKey = idempotencyKeyOf(
      context.req.header('idempotency-key'),
      command.body.clientReference,
    );
    return accept({ actor, command, idempotencyKey });
  }
}

function answer(context: Context, receipt: Receipt): Response {
  context.header('location', `/v1/documents/${receipt.documentId}`);
  context.header('etag', `"${receipt.version}"`);
  if (receipt.replayed) context.header('idempotency-replayed', 'true');
  return context.json(receipt, 201);
}

/** Provenance switches the checks for new documents off, so only an import may say it. */
function importsGaps({ name, body }: Command): boolean {
  if (name === 'publish') return body.document.provenance !== undefined;
  return 'changes' in body && body.changes?.provenance !== undefined;
}
