import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';
import { type DocumentEvent, isDocumentEvent } from '@gongwen/schemas';
import { SignatureError } from './errors.ts';

// An ed25519 key of 32 raw bytes is wrapped like this in PKCS #8 and SPKI (RFC 8410).
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const defaultToleranceSeconds = 300;

export interface SignOptions {
  /** Unique for each event; without a `.`. */
  readonly id: string;
  readonly timestamp: Date;
  /** Exactly what is sent. */
  readonly body: string;
  /** `whsk_<base64 of the 32-byte seed>`. */
  readonly privateKey: string;
}

export interface VerifyOptions {
  /** The raw body as it arrived, before any framework has parsed it. */
  readonly body: string | Uint8Array;
  readonly headers: Readonly<Record<string, string | undefined>> | Headers;
  /** Public keys `whpk_…` that may have signed; two during a rotation. */
  readonly keys: readonly string[];
  /** Default 300 s either way. */
  readonly toleranceSeconds?: number;
  readonly now?: Date;
}

/**
 * Signs a delivery by Standard Webhooks (https://www.standardwebhooks.com/), scheme `v1a` = ed25519 over
 * `id.timestamp.body`. The symmetric scheme `v1` is not offered: a receiver could then sign as the city.
 */
function sign({ id, timestamp, body, privateKey }: SignOptions): Record<string, string> {
  const seconds = Math.floor(timestamp.getTime() / 1000);
  const key = createPrivateKey({
    key: Buffer.concat([pkcs8Prefix, rawKey(privateKey, 'whsk_')]),
    format: 'der',
    type: 'pkcs8',
  });
  const signature = signBytes(null, Buffer.from(`${id}.${seconds}.${body}`), key).toString('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1a,${signature}`,
  };
}

/**
 * Checks who sent a delivery and returns its event. Fields that this version does not know are let through.
 *
 * @throws SignatureError with the reason
 * @example
 * const event = webhooks.verify({ body: await request.text(), headers: request.headers, keys: [publicKey] });
 */
function verify(options: VerifyOptions): DocumentEvent {
  const { body, keys, toleranceSeconds = defaultToleranceSeconds, now = new Date() } = options;
  const text = rawText(body);
  const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) =>
    header(options, `webhook-${name}`),
  );
  if (!id || id.includes('.') || !timestamp || !signatures)
    throw new SignatureError('a webhook-* header is missing');
  if (!/^\d{1,12}$/.test(timestamp)) throw new SignatureError('webhook-timestamp is not in seconds');
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > toleranceSeconds) {
    throw new SignatureError('webhook-timestamp is too far from this clock');
  }
  const signed = Buffer.from(`${id}.${timestamp}.${text}`);
  const isSigned = signatures
    .split(' ')
    .filter((signature) => signature.startsWith('v1a,'))
    .some((signature) => keys.some((key) => holds(signed, signature.slice(4), key)));
  if (!isSigned) throw new SignatureError('no signature is of a known key');
  return readEvent(text, id);
}

/** A new key pair in the form of Standard Webhooks. */
function generateKeys(): { privateKey: string; publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(pkcs8Prefix.length);
  const point = publicKey.export({ format: 'der', type: 'spki' }).subarray(spkiPrefix.length);
  return { privateKey: `whsk_${seed.toString('base64')}`, publicKey: `whpk_${point.toString('base64')}` };
}

/** Signing and verifying of deliveries. */
export const webhooks = { sign, verify, generateKeys };

function rawText(body: unknown): string {
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return new TextDecoder().decode(body);
  throw new SignatureError(
    'the body was parsed before: pass the raw bytes (Express: express.raw({ type: "*/*" }); Koa: raw-body; Fastify: a parser with parseAs "buffer"; Hono: await c.req.raw.text())',
  );
}

function header({ headers }: VerifyOptions, name: string): string | undefined {
  return headers instanceof Headers ? (headers.get(name) ?? undefined) : headers[name];
}

function holds(signed: Buffer, signature: string, publicKey: string): boolean {
  const key = createPublicKey({
    key: Buffer.concat([spkiPrefix, rawKey(publicKey, 'whpk_')]),
    format: 'der',
    type: 'spki',
  });
  return verifyBytes(null, signed, key, Buffer.from(signature, 'base64'));
}

function rawKey(text: string, prefix: string): Buffer {
  const bytes = Buffer.from(text.slice(prefix.length), 'base64');
  if (text.startsWith(prefix) && bytes.length === 32) return bytes;
  throw new SignatureError(`a key is not of the form ${prefix}<base64 of 32 bytes>`);
}

function readEvent(text: string, id: string): DocumentEvent {
  const event: unknown = JSON.parse(text);
  if (!isKnownEvent(event)) throw new SignatureError('the body is signed but is no event of this version');
  if (event.id !== id) throw new SignatureError('webhook-id is not the event’s id');
  return event;
}

function isKnownEvent(event: unknown): event is DocumentEvent {
  return (
    isDocumentEvent(event) ||
    (isDocumentEvent.errors ?? []).every(({ keyword }) => keyword === 'additionalProperties')
  );
}
