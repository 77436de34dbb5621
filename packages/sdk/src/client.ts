import { type ClientOptions, resolveOptions } from './client-options.ts';
import { createDocuments } from './create-documents.ts';
import type { Documents } from './documents.ts';
import { type Files, createFiles } from './files.ts';
import { type Receipts, createReceipts } from './receipts.ts';
import { createTransport } from './transport.ts';

/** What a department’s system can do. */
export interface Client {
  readonly documents: Documents;
  readonly files: Files;
  readonly receipts: Receipts;
}

/**
 * Connects to a gateway. Nothing is checked or sent before the first call, so a build without credentials can import it.
 *
 * @example
 * const client = createClient({ baseUrl: 'http://127.0.0.1:8080', token: process.env.GONGWEN_TOKEN });
 * const receipt = await client.documents.publish({ documentId: 'll-hrss:2026-00017', document });
 * await client.receipts.wait(receipt.receiptId, { until: 'indexed' });
 */
export function createClient(options: ClientOptions): Client {
  const config = resolveOptions(options);
  const transport = createTransport(config);
  return {
    documents: createDocuments(transport, config),
    files: createFiles(transport, config),
    receipts: createReceipts(transport, config),
  };
}
