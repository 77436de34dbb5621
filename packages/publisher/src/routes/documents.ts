import type { Command } from '@gongwen/domain';
import type { Receipt } from '@gongwen/schemas';
import { type HttpApp, ServiceError, type View, eventIdOf, readJsonBody } from '@gongwen/service-kit';
import type { Context } from 'hono';
import type { Accept } from '../accept.ts';
import type { Actor } from '../actor.ts';
import { authorizeCommand } from '../authorize-command.ts';
import type { DepartmentRegistry } from '../department-registry.ts';
import { idempotencyKeyOf } from '../idempotency-key.ts';
import { readCommand, readPublishCommand } from '../read-command.ts';
import { ownerNow, ownerOf } from '../owner-of.ts';

export interface DocumentRoutesOptions {
  readonly accept: Accept;
  readonly view: View;
  readonly registry: DepartmentRegistry;
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
  links: 'setLinks',
  disclosure: 'changeDisclosure',
  transfer: 'transfer',
} as const;

/** `POST /v1/documents` and one route for each further command (docs/http.md). */
export function mountDocumentRoutes(app: HttpApp, options: DocumentRoutesOptions): void {
  const { accept, identify, view, registry } = options;
  app.post('/v1/documents', async (context) => {
    const actor = await identify(context);
    const command = readPublishCommand(await readJsonBody(context));
    return answer(context, await submit(context, actor, command));
  });
  for (const [path, name] of Object.entries(changes)) {
    // links are a whole that is put in place; every other change adds something
    const method = name === 'setLinks' ? 'PUT' : 'POST';
    app.on(method, `/v1/documents/:documentId/${path}`, async (context) => {
      const actor = await identify(context);
      const documentId = context.req.param('documentId') ?? '';
      ownerOf(documentId); // a bad id is told before its body is read
      const body = await readJsonBody(context);
      return answer(
        context,
        await submit(context, actor, readCommand(name, documentId, body, context.req.header('if-match'))),
      );
    });
  }

  function requireDepartment(id: string): void {
    if (registry.department(id)) return;
    const [zh, en] = ['没有这个部门', 'there is no such department'];
    throw new ServiceError('SCHEMA_VIOLATION', {
      issues: [{ pointer: '/to', rule: 'department', zh, en }],
    });
  }

  async function submit(context: Context, actor: Actor, command: Command): Promise<Receipt> {
    const idempotencyKey = idempotencyKeyOf(
      context.req.header('idempotency-key'),
      command.body.clientReference,
    );
    // what it has done itself it may ask again (I5): after a transfer its document is another’s
    const isRepeat = view.admitted(eventIdOf(actor.department.id, idempotencyKey)) !== undefined;
    authorizeCommand(actor, command, isRepeat ? undefined : ownerNow(view, command.documentId));
    if (command.name === 'transfer') requireDepartment(command.body.to);
    return accept({ actor, command, idempotencyKey });
  }
}

function answer(context: Context, receipt: Receipt): Response {
  context.header('location', `/v1/documents/${receipt.documentId}`);
  context.header('etag', `"${receipt.version}"`);
  if (receipt.replayed) context.header('idempotency-replayed', 'true');
  return context.json(receipt, 201);
}
