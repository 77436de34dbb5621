import type { Command } from '@gongwen/domain';
import type { Receipt } from '@gongwen/schemas';
import { type HttpApp, ServiceError, type View, eventIdOf, readJsonBody } from '@gongwen/service-kit';
import type { Context } from 'hono';
import type { Accept } from '../accept.ts';
import type { Actor } from '../actor.ts';
import { authorize } from '../authorize.ts';
import type { DepartmentRegistry } from '../department-registry.ts';
import { idempotencyKeyOf } from '../idempotency-key.ts';
import { readCommand, readPublishCommand } from '../read-command.ts';
import { ownerOf } from '../owner-of.ts';

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

  /** The id names who published it first; a transfer may have changed who answers for it. */
  function ownerNow(documentId: string): string {
    return view.head(documentId)?.document.department ?? ownerOf(documentId);
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
    authorize(actor, 'documents:write', isRepeat ? undefined : ownerNow(command.documentId));
    if (command.name === 'transfer') requireDepartment(command.body.to);
    if (importsGaps(command)) authorize(actor, 'documents:import');
    return accept({ actor, command, idempotencyKey });
  }
}

function answer(context: Context, receipt: Receipt): Response {
  context.header('location', `/v1/documents/${receipt.documentId}`);
  context.header('etag', `"${receipt.version}"`);
  if (receipt.replayed) context.header('idempotency-replayed', 'true');
  return context.json(receipt, 201);
}

/** Provenance switches the checks for new documents off, so only an import may say it, and take it back. */
function importsGaps({ name, body }: Command): boolean {
  if (name === 'publish') return body.document.provenance !== undefined;
  if ('clear' in body && body.clear?.includes('provenance')) return true;
  return 'changes' in body && body.changes?.provenance !== undefined;
}
