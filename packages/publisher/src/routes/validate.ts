import { type DecisionContext, type GatePolicy, decide, localDateOf } from '@gongwen/domain';
import { type HttpApp, isServiceError, readJsonBody } from '@gongwen/service-kit';
import type { Context } from 'hono';
import type { Actor } from '../actor.ts';
import { authorize } from '../authorize.ts';
import { readPublishCommand } from '../read-command.ts';

export interface ValidateRouteOptions {
  readonly identify: (context: Context) => Promise<Actor>;
  readonly now: () => Date;
  readonly gates: GatePolicy;
}

/** `POST /v1/documents:validate`: what publishing would say of the content; writes nothing. */
export function mountValidateRoute(app: HttpApp, { identify, now, gates }: ValidateRouteOptions): void {
  app.post('/v1/documents:validate', async (context) => {
    const actor = await identify(context);
    authorize(actor, 'documents:write');
    return context.json(
      judge(await readJsonBody(context), { department: actor.department, today: localDateOf(now()), gates }),
    );
  });
}

function judge(body: unknown, context: DecisionContext) {
  try {
    const decision = decide(undefined, readPublishCommand(body), context);
    if (decision.outcome === 'accepted') return { valid: true, issues: [] };
    return { valid: false, code: decision.code, issues: decision.issues ?? [] };
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return { valid: false, code: error.code, issues: error.details.issues ?? [] };
  }
}
