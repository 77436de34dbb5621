import { type GatePolicy, decide, localDateOf } from '@gongwen/domain';
import { isRetryable } from '@gongwen/schemas';
import { type HttpApp, isServiceError, readJsonBody } from '@gongwen/service-kit';
import type { Context } from 'hono';
import type { Actor } from '../actor.ts';
import { authorize } from '../authorize.ts';
import type { CheckWording } from '../check-wording.ts';
import { readPublishCommand } from '../read-command.ts';

export interface ValidateRouteOptions {
  readonly identify: (context: Context) => Promise<Actor>;
  readonly now: () => Date;
  readonly gates: GatePolicy;
  readonly checkWording?: CheckWording;
}

/** `POST /v1/documents:validate`: what publishing would say of the content; writes nothing. */
export function mountValidateRoute(app: HttpApp, options: ValidateRouteOptions): void {
  app.post('/v1/documents:validate', async (context) => {
    const actor = await options.identify(context);
    authorize(actor, 'documents:write');
    return context.json(await judge(await readJsonBody(context), actor, options));
  });
}

async function judge(
  body: unknown,
  { department }: Actor,
  { now, gates, checkWording }: ValidateRouteOptions,
) {
  try {
    const command = readPublishCommand(body);
    const decision = decide(undefined, command, { department, today: localDateOf(now()), gates });
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
