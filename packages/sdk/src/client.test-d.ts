import type { DocumentEvent, Receipt } from '@gongwen/schemas';
import { expectTypeOf } from 'vitest';
import {
  type Client,
  type Hits,
  type PublishingError,
  TimeoutError,
  createClient,
  isPublishingError,
  webhooks,
} from './index.ts';

const client = createClient({ baseUrl: 'http://127.0.0.1:1', token: async () => 'key' });

expectTypeOf(client).toEqualTypeOf<Client>();
expectTypeOf(client.documents.publish).returns.resolves.toEqualTypeOf<Receipt>();
expectTypeOf(client.documents.list).returns.toEqualTypeOf<Hits>();
expectTypeOf(client.receipts.wait).parameter(1).exclude(undefined).toHaveProperty('until');

// @ts-expect-error the address is required
createClient({ token: 'key' });
const decision = { title: 'x' };
// @ts-expect-error a version is a number
void client.documents.repeal('a:1', { expectedVersion: '1', decision, effectiveOn: '' });
// @ts-expect-error there is no such facet
client.documents.list({ filter: { colour: ['red'] } });
// @ts-expect-error a stage that cannot be waited for
void client.receipts.wait('r', { until: 'printed' });
// @ts-expect-error a parsed body is no body
webhooks.verify({ body: {}, headers: {}, keys: [] });

declare const event: DocumentEvent;
if (event.type === 'cn.gongwen.document.repealed.v1') {
  expectTypeOf(event.data.change.effectiveOn).toEqualTypeOf<string>();
}
expectTypeOf(webhooks.verify).returns.toEqualTypeOf<DocumentEvent>();

declare const error: unknown;
if (isPublishingError(error)) {
  expectTypeOf(error).toEqualTypeOf<PublishingError>();
  expectTypeOf(error.idempotencyKey).toEqualTypeOf<string | undefined>();
  if (error instanceof TimeoutError) expectTypeOf(error.receipt).toEqualTypeOf<Receipt | undefined>();
}
