import { type Documents, createDocuments } from './documents.ts';
import { type Files, createFiles } from './files.ts';
import { type Receipts, createReceipts } from './receipts.ts';
import { type ClientOptions, createTransport } from './transport.ts';

/** What a department’s system can do. */
export interface Client {
  readonly documents: Documents;
  readonly files: Files;
  readonly receipts: Receipts;
}

/**
 * Connects to a gateway. Nothing is sent before the first call.
 *
 * @example
 * const client = createClient({ baseUrl: 'http://127.0.0.1:8080', token: process.env.GONGWEN_TOKEN });
 * const receipt = await client.documents.publish({ documentId: 'll-hrss:2026-00017', document });
 * await client.receipts.wait(receipt.receiptId, { until: 'indexed' });
 */
export function createClient(options: ClientOptions): Client {
  const transport = createTransport(options);
  return {
    documents: createDocuments(transport),
    files: createFiles(transport),
    receipts: createReceipts(transport),
  };
}
