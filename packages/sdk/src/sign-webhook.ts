import { sign as signBytes } from 'node:crypto';
import { signatureError } from './signature-error.ts';
import { readPrivateKey } from './webhook-keys.ts';

export interface SignOptions {
  /** Unique for each event, the same at each repeat of it; without a `.`, which parts the signed text. */
  readonly id: string;
  readonly timestamp: Date;
  /** Exactly what is sent. */
  readonly body: string | Uint8Array;
  /** `whsk_<base64 of the 32-byte seed>`. */
  readonly privateKey: string;
}

/** The headers of a signed delivery. */
export interface WebhookHeaders extends Record<string, string> {
  'webhook-id': string;
  'webhook-timestamp': string;
  'webhook-signature': string;
}

/**
 * Signs a delivery by Standard Webhooks (https://www.standardwebhooks.com/), scheme `v1a`: ed25519 over
 * `id.timestamp.body`. The symmetric scheme `v1` is not offered: a receiver could then sign as the city.
 *
 * @throws SignatureError when the id has a `.`, PublishingError CONFIGURATION when the key is malformed
 * @example
 * const headers = webhooks.sign({ id: event.id, timestamp: new Date(), body, privateKey });
 * await fetch(url, { method: 'POST', body, headers: { ...headers, 'content-type': 'application/cloudevents+json' } });
 */
export function sign({ id, timestamp, body, privateKey }: SignOptions): WebhookHeaders {
  if (!isWebhookId(id)) throw signatureError('id_invalid', 'zh');
  const seconds = String(Math.floor(timestamp.getTime() / 1000));
  const signature = signBytes(null, signedBytes(id, seconds, body), readPrivateKey(privateKey));
  return {
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': `v1a,${signature.toString('base64')}`,
  };
}

/** With a `.` in it, another id and body could have the same signed text. */
export function isWebhookId(id: string): boolean {
  return /^[\x21-\x2d\x2f-\x7e]{1,255}$/.test(id);
}

export function signedBytes(id: string, seconds: string, body: string | Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(`${id}.${seconds}.`), Buffer.from(body)]);
}
