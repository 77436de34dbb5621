import { type Documents, createClient } from '@gongwen/sdk';
import { readConnection } from '../config.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { writeData } from '../output.ts';
import { readCommandFile, waitStage } from './command-file.ts';
import type { PublishOptions } from './publish.ts';

const methods = {
  amend: 'amend',
  correct: 'correct',
  repeal: 'repeal',
  expire: 'expire',
  supersede: 'supersede',
  'partially-end': 'partiallyEnd',
  'schedule-end': 'scheduleEnd',
  renew: 'renew',
  reinstate: 'reinstate',
  withdraw: 'withdraw',
  restore: 'restore',
  'set-links': 'setLinks',
  'change-disclosure': 'changeDisclosure',
  transfer: 'transfer',
} as const satisfies Record<string, keyof Documents>;

/** `gongwen change`: any further command about a document that is there; prints the receipt. */
export async function change(name: string, documentId: string, options: PublishOptions): Promise<void> {
  const method = methods[name as keyof typeof methods];
  if (!method) {
    throw new CommandError(
      exitCodes.invalidInput,
      `没有命令 ${name}，应为 / there is no command ${name}, expected ${Object.keys(methods).join(' | ')}`,
    );
  }
  const { url, token } = readConnection(options);
  const client = createClient({ baseUrl: url, token });
  const command = readCommandFile(options.file) as never; // the gateway checks it
  const receipt = await client.documents[method](documentId, command);
  const until = waitStage(options.wait);
  writeData(until ? await client.receipts.wait(receipt.receiptId, { until }) : receipt);
}
