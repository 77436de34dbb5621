import { errorTable } from '@gongwen/schemas';
import { SignatureError, type SignatureReason } from './errors.ts';
import type { Locale } from './locale.ts';

const frameworks =
  'Express: express.raw({ type: "*/*" }); Koa: raw-body(ctx.req); Fastify: addContentTypeParser(…, { parseAs: "buffer" }); Hono: await c.req.raw.arrayBuffer()';

const sentences: Readonly<Record<SignatureReason, Readonly<Record<Locale, string>>>> = {
  body_parsed: {
    zh: `正文已被框架解析，签名只对原始字节有效（${frameworks}）`,
    en: `the framework has parsed the body, but only its raw bytes are signed (${frameworks})`,
  },
  header_missing: {
    zh: '缺少 webhook-id、webhook-timestamp 或 webhook-signature 请求头',
    en: 'a header of webhook-id, webhook-timestamp and webhook-signature is missing',
  },
  id_invalid: {
    zh: 'webhook-id 含有“.”，或不是事件的 id',
    en: 'webhook-id has a “.”, or is not the event’s id',
  },
  timestamp_invalid: { zh: 'webhook-timestamp 应为秒数', en: 'webhook-timestamp must be in seconds' },
  timestamp_too_far: {
    zh: 'webhook-timestamp 与本机时钟相差过大',
    en: 'webhook-timestamp is too far from this clock',
  },
  signature_wrong: {
    zh: '没有一个签名出自已知的密钥；请核对公钥，并确认正文未经改写',
    en: 'no signature is of a known key; check the keys, and that the body was not rewritten',
  },
};

export function signatureError(reason: SignatureReason, locale: Locale): SignatureError {
  const { status, hintZh, hintEn } = errorTable.SIGNATURE_INVALID;
  return new SignatureError({
    code: 'SIGNATURE_INVALID',
    message: `SIGNATURE_INVALID: ${sentences[reason][locale]}`,
    status,
    hint: locale === 'en' ? hintEn : hintZh,
    reason,
  });
}
