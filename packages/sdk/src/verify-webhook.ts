import { type KeyObject, verify as verifyBytes } from 'node:crypto';
import { types } from 'node:util';
import { type DocumentEvent, errorTable, isDocumentEvent, violations } from '@gongwen/schemas';
import { ValidationError } from './errors.ts';
import { fits } from './fits.ts';
import type { Locale } from './locale.ts';
import { PublishingError } from './publishing-error.ts';
import { isWebhookId, signedBytes } from './sign-webhook.ts';
import { signatureError } from './signature-error.ts';
import { readPublicKey } from './webhook-keys.ts';

export interface VerifyOptions {
  /** The raw body as it arrived, before any framework has parsed it. */
  readonly body: string | Uint8Array | ArrayBuffer;
  /** Of the request: `Headers`, or Node’s own. */
  readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Public keys `whpk_…` that may have signed; two during a rotation. */
  readonly keys: readonly string[];
  /** How far the sender’s clock may be from ours, either way. Default 300. */
  readonly toleranceSeconds?: number;
  /** The clock. Default the machine’s. */
  readonly now?: () => Date;
  /** Language of error messages. Default `zh`. */
  readonly locale?: Locale;
}

/**
 * Checks who sent a delivery and returns its event, to be narrowed by `type`. Fields that this version does not know are
 * let through. The error’s `status` is what to answer: 401 pauses the sender, 422 parks this document only.
 *
 * @throws SignatureError with the `reason`
 * @throws ValidationError when it is signed, but no event that this version knows
 * @throws PublishingError CONFIGURATION when a key is malformed or there is none
 * @example
 * const event = webhooks.verify({ body: await request.text(), headers: request.headers, keys: [publicKey] });
 * if (event.type === 'cn.gongwen.document.repealed.v1') strike(event.subject, event.data.change.effectiveOn);
 */
export function verify(options: VerifyOptions): DocumentEvent {
  const { now = () => new Date(), toleranceSeconds = 300, locale = 'zh' } = options;
  const body = bytesOf(options.body);
  if (!body) throw signatureError('body_parsed', locale);
  const keys = readKeys(options.keys);
  const { id, seconds, signatures } = readHeaders(options.headers, locale);
  if (Math.abs(now().getTime() / 1000 - Number(seconds)) > toleranceSeconds) {
    throw signatureError('timestamp_too_far', locale);
  }
  const signed = signedBytes(id, seconds, body);
  if (!signatures.some((signature) => keys.some((key) => verifyBytes(null, signed, key, signature)))) {
    throw signatureError('signature_wrong', locale);
  }
  return readEvent(body, id, locale);
}

/** From JavaScript anything may come; bytes of another realm (test runners) are no `instanceof` ours. */
function bytesOf(body: unknown): Buffer | undefined {
  if (typeof body === 'string') return Buffer.from(body);
  if (types.isUint8Array(body)) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return types.isArrayBuffer(body) ? Buffer.from(body) : undefined;
}

function readKeys(keys: readonly string[]): KeyObject[] {
  if (keys.length > 0) return keys.map(readPublicKey);
  throw new PublishingError({
    code: 'CONFIGURATION',
    message: 'CONFIGURATION: keys 中没有公钥 / there is no public key in keys',
  });
}

function readHeaders(headers: VerifyOptions['headers'], locale: Locale) {
  const [id, seconds, list] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    headerOf(headers, name),
  );
  if (!id || !seconds || !list) throw signatureError('header_missing', locale);
  if (!isWebhookId(id)) throw signatureError('id_invalid', locale);
  if (!/^\d{1,12}$/.test(seconds)) throw signatureError('timestamp_invalid', locale);
  const signatures = list
    .split(' ')
    .filter((signature) => signature.startsWith('v1a,'))
    .map((signature) => Buffer.from(signature.slice('v1a,'.length), 'base64'));
  return { id, seconds, signatures };
}

function headerOf(headers: VerifyOptions['headers'], name: string): string | undefined {
  const entries = Symbol.iterator in headers ? [...headers] : Object.entries(headers);
  const [, value] = entries.find(([key]) => key.toLowerCase() === name) ?? [];
  return typeof value === 'string' ? value : value?.[0];
}

function readEvent(body: Buffer, id: string, locale: Locale): DocumentEvent {
  const event = parse(body.toString());
  if (!fits(isDocumentEvent, event)) throw unknownEvent(event, locale);
  if (event.id !== id) throw signatureError('id_invalid', locale);
  return event;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no event, as the schema will say
  }
}

function unknownEvent(event: unknown, locale: Locale): ValidationError {
  const { code, issues } = violations(isDocumentEvent, event) ?? { code: 'SCHEMA_VIOLATION', issues: [] };
  const { status, zh, en, hintZh, hintEn } = errorTable[code];
  const [first] = issues;
  return new ValidationError({
    code,
    message: `${code}: ${locale === 'en' ? en : zh} ${first ? `${first.pointer || '/'}: ${first[locale]}` : ''}`,
    status,
    hint: locale === 'en' ? hintEn : hintZh,
    issues,
  });
}
