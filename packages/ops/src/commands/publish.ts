import type { PublishCommand } from '@gongwen/schemas';
import { createClient } from '@gongwen/sdk';
import { readConnection } from '../config.ts';
import { writeData } from '../output.ts';
import { readCommandFile, waitStage } from './command-file.ts';

export interface PublishOptions {
  readonly file: string;
  readonly url?: string;
  readonly department: string;
  readonly wait?: string;
  readonly data: string;
}

/** `gongwen publish`: prints the receipt. */
export async function publish(options: PublishOptions): Promise<void> {
  const { url, token } = readConnection(options);
  const client = createClient({ baseUrl: url, token });
  const command = readCommandFile(options.file);
  const receipt = await client.documents.publish(command as PublishCommand); // the gateway checks it
  const until = waitStage(options.wait);
  writeData(until ? await client.receipts.wait(receipt.receiptId, { until }) : receipt);
}
