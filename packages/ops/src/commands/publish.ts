import { readFileSync } from 'node:fs';
import type { PublishCommand } from '@gongwen/schemas';
import { createClient } from '@gongwen/sdk';
import { readConnection } from '../config.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { writeData } from '../output.ts';

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
  const command = readCommand(options.file);
  const receipt = await client.documents.publish(command as PublishCommand); // the gateway checks it
  const until = waitStage(options.wait);
  writeData(until ? await client.receipts.wait(receipt.receiptId, { until }) : receipt);
}

function readCommand(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'));
  } catch (cause) {
    throw new CommandError(exitCodes.invalidInput, `${file} 不是可读的 JSON / is no readable JSON`, {
      cause,
    });
  }
}

function waitStage(text: string | undefined): 'stored' | 'indexed' | 'delivered' | undefined {
  if (text === undefined || text === 'stored' || text === 'indexed' || text === 'delivered') return text;
  throw new CommandError(exitCodes.invalidInput, `--wait 应为 stored、indexed 或 delivered / not ${text}`);
}
