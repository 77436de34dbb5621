import type { TokenOptions } from '@gongwen/publisher';
import { webhooks } from '@gongwen/sdk';
import { ConfigurationError, type Values } from '@gongwen/service-kit';
import { type Target, createHttpTarget } from '@gongwen/syndicator';
import { createRemoteJWKSet } from 'jose';
import type { roleSettings, targetSettings } from './settings.ts';

/** Tokens are only accepted where it is said who issues them. */
export function readTokens(settings: Values<(typeof roleSettings)['publisher']>): TokenOptions | undefined {
  const { GONGWEN_JWKS_URL: url, GONGWEN_JWT_ISSUER: issuer, GONGWEN_JWT_AUDIENCE: audience } = settings;
  if (url === '') return undefined;
  if (issuer === '')
    throw new ConfigurationError(['GONGWEN_JWT_ISSUER: 使用 JWT 时必填 / required with GONGWEN_JWKS_URL']);
  return { keys: createRemoteJWKSet(new URL(url)), issuer, audience };
}

/** A wrong signing key is told at start, not at the first delivery. */
export function readTarget(settings: Values<typeof targetSettings>, now: () => Date): Target {
  const {
    GONGWEN_TARGET_NAME: name,
    GONGWEN_TARGET_URL: url,
    GONGWEN_TARGET_SIGNING_KEY: privateKey,
  } = settings;
  try {
    webhooks.sign({ id: 'start', timestamp: now(), body: '', privateKey });
  } catch {
    throw new ConfigurationError([
      'GONGWEN_TARGET_SIGNING_KEY: 应为 whsk_ 开头的 ed25519 私钥 / expected an ed25519 key whsk_…',
    ]);
  }
  return createHttpTarget({ name, url, privateKey, now });
}
