import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { webhooks } from './webhooks.ts';

const folder = new URL('../../schemas/examples/published/valid/', import.meta.url);
const [example = ''] = readdirSync(folder);
const body = readFileSync(new URL(example, folder), 'utf8');
const { id } = JSON.parse(body) as { id: string };
const timestamp = new Date('2026-11-25T02:00:00Z');
const [keys, other] = [webhooks.generateKeys(), webhooks.generateKeys()];
const headers = webhooks.sign({ id, timestamp, body, privateKey: keys.privateKey });
const good = { body, headers, keys: [keys.publicKey], now: timestamp };

describe('webhooks', () => {
  it('verifies what was signed, also as bytes, and returns the event', () => {
    expect(webhooks.verify(good).id).toBe(id);
    expect(
      webhooks.verify({ ...good, body: new TextEncoder().encode(body), headers: new Headers(headers) }).id,
    ).toBe(id);
  });

  it('accepts either key during a rotation', () => {
    expect(webhooks.verify({ ...good, keys: [other.publicKey, keys.publicKey] }).id).toBe(id);
  });

  it.each<[string, Partial<typeof good>]>([
    ['another key', { keys: [other.publicKey] }],
    ['a changed body', { body: body.replace(/.$/s, ' }') }],
    ['a body written again', { body: JSON.stringify(JSON.parse(body)) + ' ' }],
    ['a clock six minutes ahead', { now: new Date(timestamp.getTime() + 360_000) }],
    ['a clock six minutes behind', { now: new Date(timestamp.getTime() - 360_000) }],
    ['a missing header', { headers: { ...headers, 'webhook-signature': '' } }],
    ['an id with a dot', { headers: { ...headers, 'webhook-id': 'a.b' } }],
    ['another id', { headers: { ...headers, 'webhook-id': '00000000-0000-8000-8000-000000000000' } }],
    ['a symmetric signature', { headers: { ...headers, 'webhook-signature': 'v1,AAAA' } }],
  ])('refuses %s', (_name, change) => {
    expect(() => webhooks.verify({ ...good, ...change })).toThrow(/SIGNATURE_INVALID/);
  });

  it('names the framework’s setting when the body was parsed before', () => {
    const parsed = JSON.parse(body) as string;
    expect(() => webhooks.verify({ ...good, body: parsed })).toThrow(/express\.raw/);
  });
});
