import { localDateOf } from '@gongwen/domain';
import type { DecisionTargets } from '@gongwen/schemas';
import { type HttpApp, ServiceError, type View, targetStandings } from '@gongwen/service-kit';
import type { Context } from 'hono';
import type { Actor } from '../actor.ts';
import { authorize } from '../authorize.ts';
import type { MayDecide } from '../derive/decisions.ts';

export interface TargetsRouteOptions {
  readonly view: View;
  readonly identify: (context: Context) => Promise<Actor>;
  readonly mayDecide: MayDecide;
  readonly now: () => Date;
}

/** `GET /v1/documents/{id}/targets`: what became of every target of a decision. */
export function mountTargetsRoute(
  app: HttpApp,
  { view, identify, mayDecide, now }: TargetsRouteOptions,
): void {
  app.get('/v1/documents/:documentId/targets', async (context) => {
    const actor = await identify(context);
    const head = view.head(context.req.param('documentId'));
    if (!head) throw new ServiceError('DOCUMENT_NOT_FOUND');
    const { document, documentId } = head;
    authorize(actor, 'receipts:read', document.department);
    const items = targetStandings(document, { view, mayDecide, today: localDateOf(now()) });
    const counts = Object.fromEntries(
      [...Map.groupBy(items, ({ state }) => state)].map(([state, those]) => [state, those.length]),
    );
    const undisclosed = document.undisclosedTargetCount;
    const answer: DecisionTargets = {
      documentId,
      counts,
      ...(undisclosed !== undefined && { undisclosed }),
      items,
    };
    return context.json(answer);
  });
}
