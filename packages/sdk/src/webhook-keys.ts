import { type KeyObject, createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { PublishingError } from './publishing-error.ts';

/** A key pair in the form of Standard Webhooks: base64 of the 32 raw bytes (RFC 8032) behind a prefix. */
export interface WebhookKeys {
  /** `whsk_…`, the sender’s secret. */
  readonly privateKey: string;
  /** `whpk_…`, for every receiver. */
  readonly publicKey: string;
}

// An ed25519 key of 32 raw bytes is wrapped like this in PKCS #8 and SPKI (RFC 8410).
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * A new key pair. To rotate: give receivers both public keys, sign with the new one, then take the old one away.
 *
 * @example
 * const { privateKey, publicKey } = webhooks.generateKeys();
 */
export function generateKeys(): WebhookKeys {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(pkcs8Prefix.length);
  const point = publicKey.export({ format: 'der', type: 'spki' }).subarray(spkiPrefix.length);
  return { privateKey: `whsk_${seed.toString('base64')}`, publicKey: `whpk_${point.toString('base64')}` };
}

/** @throws PublishingError CONFIGURATION */
export const readPrivateKey = rememberLast((text) => {
  const key = Buffer.concat([pkcs8Prefix, rawKey(text, 'whsk_')]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
});

/** @throws PublishingError CONFIGURATION */
export const readPublicKey = rememberLast((text) => {
  const key = Buffer.concat([spkiPrefix, rawKey(text, 'whpk_')]);
  return createPublicKey({ key, format: 'der', type: 'spki' });
});

/** Reading a key takes longer than signing with it, and the next delivery has the same one. */
function rememberLast(read: (text: string) => KeyObject): (text: string) => KeyObject {
  let last: { readonly text: string; readonly key: KeyObject } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, key: read(text) };
    return last.key;
  };
}

/** The key itself must not get into a message. */
function rawKey(text: string, prefix: string): Buffer {
  const base64 = text.slice(prefix.length);
  if (text.startsWith(prefix) && /^[A-Za-z0-9+/]{43}=$/.test(base64)) return Buffer.from(base64, 'base64');
  throw new PublishingError({
    code: 'CONFIGURATION',
    message: `CONFIGURATION: 密钥应为 ${prefix}<32 字节的 base64> / a key must be ${prefix}<base64 of 32 bytes>`,
  });
}
