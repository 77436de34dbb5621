import { sign } from './sign-webhook.ts';
import { verify } from './verify-webhook.ts';
import { generateKeys } from './webhook-keys.ts';

/** Signed deliveries by Standard Webhooks: `sign` for the sender, `verify` for receivers. */
export const webhooks = { sign, verify, generateKeys };
