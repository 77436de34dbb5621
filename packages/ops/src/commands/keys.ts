import { randomBytes } from 'node:crypto';
import { hashKey } from '@gongwen/publisher';
import { webhooks } from '@gongwen/sdk';
import { writeData } from '../output.ts';

/** `gongwen keys department`: a new key for a department; only its hash goes into the file of departments. */
export function newDepartmentKey(department: string): void {
  const token = `gw_${department}_${randomBytes(32).toString('base64url')}`;
  writeData({ token, sha256: hashKey(token) });
}

/** `gongwen keys signing`: a new key pair for deliveries; the public one is given to the library. */
export function newSigningKeys(): void {
  writeData(webhooks.generateKeys());
}
