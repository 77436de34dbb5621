import { isRetryable } from '@gongwen/schemas';
import { type HttpApp, type View, isServiceError, readJsonBody } from '@gongwen/service-kit';
import type { Context } from 'hono';
import type { Actor } from '../actor.ts';
import { authorizeCommand } from '../authorize-command.ts';
import { authorize } from '../authorize.ts';
import type { CheckWording } from '../check-wording.ts';
import type { DecideOnView } from '../decide-on-view.ts';
import { ownerNow } from '../owner-of.ts';
import { readPublishCommand } from '../read-command.ts';

export interface ValidateRouteOptions {
  readonly identify: (context: Context) => Promise<Actor>;
  readonly view: View;
  readonly decideOnView: DecideOnView;
  readonly checkWording?: CheckWording;
}

/**
 * `POST /v1/documents:validate`: what publishing would say, of everything but the files, which may be uploaded later;
 * writes nothing.
 */
export function mountValidateRoute(app: HttpApp, options: ValidateRouteOptions): void {
  app.post('/v1/documents:validate', async (context) => {
    const actor = await options.identify(context);
    authorize(actor, 'documents:write');
    return context.json(await judge(await readJsonBody(context), actor, options));
  });
}

async function judge(
  body: unknown,
  actor: Actor,
  { view, decideOnView, checkWording }: ValidateRouteOptions,
) {
  try {
    const command = readPublishCommand(body);
    authorizeCommand(actor, command, ownerNow(view, command.documentId));
    const decision = decideOnView(command, actor);
    if (decision.outcome === 'rejected') {
      return { valid: false, code: decision.code, issues: decision.issues ?? [] };
    }
    await checkWording?.(command, decision.change);
    return { valid: true, issues: [] };
  } catch (error) {
    if (!isServiceError(error) || isRetryable(error.code)) throw error; // an outage says nothing of the content
    return { valid: false, code: error.code, issues: error.details.issues ?? [] };
  }
}
