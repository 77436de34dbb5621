import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SignatureError, type VerifyOptions, isPublishingError, webhooks } from './index.ts';

const example = new URL('../../schemas/examples/published/valid/rich.json', import.meta.url);
const body = readFileSync(example, 'utf8');
const event = JSON.parse(body) as { id: string; data: { document: object } };
const timestamp = new Date('2026-11-25T02:00:00Z');
const [current, next, stranger] = [webhooks.generateKeys(), webhooks.generateKeys(), webhooks.generateKeys()];
const signed = (text: string, { id = event.id, privateKey = current.privateKey } = {}) => ({
  body: text,
  headers: webhooks.sign({ id, timestamp, body: text, privateKey }),
  keys: [current.publicKey],
  now: () => timestamp,
});
const good = signed(body);
const later = (seconds: number) => () => new Date(timestamp.getTime() + seconds * 1000);

function refusal(change: object): unknown {
  try {
    webhooks.verify({ ...good, ...change });
  } catch (error) {
    return error;
  }
  throw new Error('it was accepted');
}

describe('verify', () => {
  it.each<[string, Partial<VerifyOptions>]>([
    ['text', {}],
    ['bytes', { body: new TextEncoder().encode(body) }],
    ['part of a larger buffer', { body: Buffer.from(`--${body}--`).subarray(2, -2) }],
    ['an ArrayBuffer', { body: new TextEncoder().encode(body).buffer }],
    ['Headers', { headers: new Headers(good.headers) }],
    [
      'headers in any case',
      {
        headers: Object.fromEntries(
          Object.entries(good.headers).map(([name, value]) => [name.toUpperCase(), [value]]),
        ),
      },
    ],
    ['a clock just within the tolerance', { now: later(300) }],
    ['a wider tolerance', { now: later(3600), toleranceSeconds: 4000 }],
    ['either key during a rotation', { keys: [next.publicKey, current.publicKey] }],
    [
      'one good signature among others',
      {
        headers: {
          ...good.headers,
          'webhook-signature': `v1,AAAA v1a,AAAA ${good.headers['webhook-signature']}`,
        },
      },
    ],
  ])('returns the event for %s', (_name, change) => {
    expect(webhooks.verify({ ...good, ...change })).toEqual(event);
  });

  it.each<[string, string, object]>([
    ['another key', 'signature_wrong', { keys: [stranger.publicKey] }],
    ['a changed body', 'signature_wrong', { body: body.replace('"version"', '"Version"') }],
    ['a body written again', 'signature_wrong', { body: JSON.stringify(JSON.parse(body), null, 1) }],
    [
      'a symmetric signature',
      'signature_wrong',
      { headers: { ...good.headers, 'webhook-signature': 'v1,AAAA' } },
    ],
    [
      'a signature cut short',
      'signature_wrong',
      { headers: { ...good.headers, 'webhook-signature': 'v1a,AAAA' } },
    ],
    [
      'a later timestamp',
      'signature_wrong',
      { headers: { ...good.headers, 'webhook-timestamp': '1795572001' }, now: () => new Date(1795572001e3) },
    ],
    ['a clock six minutes ahead', 'timestamp_too_far', { now: later(360) }],
    ['a clock six minutes behind', 'timestamp_too_far', { now: later(-360) }],
    [
      'a timestamp that is none',
      'timestamp_invalid',
      { headers: { ...good.headers, 'webhook-timestamp': '2026-11-25' } },
    ],
    ['a missing id', 'header_missing', { headers: { ...good.headers, 'webhook-id': undefined } }],
    ['a missing timestamp', 'header_missing', { headers: { ...good.headers, 'webhook-timestamp': '' } }],
    ['a missing signature', 'header_missing', { headers: { 'webhook-id': 'a', 'webhook-timestamp': '1' } }],
    ['an id with a dot', 'id_invalid', { headers: { ...good.headers, 'webhook-id': `${event.id}.1` } }],
    ['the id of another event', 'id_invalid', signed(body, { id: 'another' })],
    ['a parsed body', 'body_parsed', { body: event }],
    ['no body', 'body_parsed', { body: undefined }],
  ])('refuses %s', (_name, reason, change) => {
    const error = refusal(change);
    expect(error).toBeInstanceOf(SignatureError);
    expect(error).toMatchObject({ code: 'SIGNATURE_INVALID', status: 401, reason });
  });

  it('names the setting of each framework when the body was parsed', () => {
    const message = String(refusal({ body: event, locale: 'en' }));
    for (const name of ['express.raw', 'Koa', 'Fastify', 'c.req.raw.arrayBuffer()'])
      expect(message).toContain(name);
  });

  it('lets fields through that this version does not know', () => {
    const text = JSON.stringify({
      ...event,
      extension: 1,
      data: { ...event.data, document: { ...event.data.document, novel: {} } },
    });
    expect(webhooks.verify(signed(text)).id).toBe(event.id);
  });

  it.each([
    [
      'an unknown type',
      JSON.stringify({ ...event, type: 'cn.gongwen.document.invented.v1' }),
      'UNKNOWN_SCHEMA_VERSION',
    ],
    ['no event', '{}', /./],
    ['no JSON', 'hello', /./],
  ])('tells %s from a bad signature', (_name, text, code) => {
    const error = refusal(signed(text));
    expect(error).toMatchObject({ name: 'ValidationError', status: 422 });
    expect(isPublishingError(error) && error.code).toMatch(code);
  });

  it.each([
    ['none', []],
    ['a private one', [current.privateKey]],
    ['a short one', ['whpk_AAAA']],
  ])('tells that its keys are wrong: %s', (_name, keys) => {
    const error = refusal({ keys });
    expect(error).toMatchObject({ code: 'CONFIGURATION' });
    expect(String(error)).not.toContain(current.privateKey.slice(5));
  });
});

describe('sign', () => {
  it('signs as another implementation does (OpenSSL, with the key of RFC 8032 §7.1 test 1)', () => {
    const privateKey = 'whsk_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=';
    expect(webhooks.sign({ id: 'evt-1', timestamp, body: '{"title":"公文"}', privateKey })).toEqual({
      'webhook-id': 'evt-1',
      'webhook-timestamp': '1795572000',
      'webhook-signature':
        'v1a,0VEgrlBbT0hIvhF0yaiT51CspkmtU+1XBZQndCyaE3PYMTCLaIdyelPpMH7u1GUv6QoWW9oPWQXvbGjgz0HLAQ==',
    });
  });

  it('belongs to the public key that the same implementation derives', () => {
    const privateKey = 'whsk_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=';
    const keys = ['whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='];
    expect(webhooks.verify({ ...signed(body, { privateKey }), keys }).id).toBe(event.id);
  });

  it('signs bytes as the same text', () => {
    const options = { id: 'a', timestamp, privateKey: current.privateKey };
    expect(webhooks.sign({ ...options, body: Buffer.from('公文') })).toEqual(
      webhooks.sign({ ...options, body: '公文' }),
    );
  });

  it.each(['a.b', '', 'a b', '文'])('refuses the id %j', (id) => {
    expect(() => webhooks.sign({ id, timestamp, body, privateKey: current.privateKey })).toThrow(
      /SIGNATURE_INVALID/,
    );
  });
});
